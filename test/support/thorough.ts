/** How often something random is tried: a seeded part of it in `npm test`, all of it in `npm run thorough`. */
export const times = (usual: number, thorough: number): number =>
  process.env.TOUCHSTONE_THOROUGH === '1' ? thorough : usual;
