// An Arrow stream is a schema message, batches, and an end: https://arrow.apache.org/docs/format/Columnar.html

/** What ends a stream: a message of no length. */
export const endOfArrow: Buffer = Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0])

/** A stream that more batches can follow. */
export const withoutArrowEnd = (stream: Buffer): Buffer =>
  stream.subarray(-endOfArrow.length).equals(endOfArrow) ? stream.subarray(0, -endOfArrow.length) : stream

/** The batches of a stream: the schema is a message without a body, of the length its second word gives. */
export const withoutArrowSchema = (stream: Buffer): Buffer => stream.subarray(8 + stream.readInt32LE(4))
