/**
 * What is signed of an envelope (DSSE, "Protocol": pre-authentication encoding).
 * @param payloadType its media type
 */
export function signedBytes(payloadType: string, payload: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `), payload]);
}
