import fc from 'fast-check';

// Every run tries the same cases; a failure names its own seed and path.
fc.configureGlobal({ seed: 20_260_302 });

export { fc };
