/** The first bytes of every packet. */
export const MAGIC = Buffer.from('TSTNPKT\n', 'latin1');

/** True where a file begins as a packet does. */
export const isPacket = (bytes: Buffer): boolean =>
  Buffer.compare(bytes.subarray(0, MAGIC.length), MAGIC) === 0;
