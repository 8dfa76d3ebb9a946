/** The adapter that stands beside conversations that came with a packet. */
export const PACKET_ADAPTER = 'packet';

/** The content that a conversation of a packet is known by: it covers the item it came for, since two items may show the same. */
export const packetContentKey = (content: string, item: string): string => `${content}\n${item}`;
