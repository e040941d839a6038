export interface PackedReceiver {
  readonly name: string;
  /** As it was written: with its country code, masked, or with an extension. */
  readonly phone: string;
  readonly address: string;
}

/** A longer cell is a message. */
const LONGEST = 600;
/** The first part that can be a number parts the name from the address, which has commas of its own. */
const PACKED = /^([^\n]{1,60}?)[，,]\s*([+\d*][\d*\s()-]{4,30}(?:(?:转|分机)\s*\d{1,6})?)[，,]\s*(\S.*)$/su;

/** `姓名，86-手机号，地址` in one cell, as newer Taobao reports write it; undefined for any other. */
export function splitReceiver(cell: string): PackedReceiver | undefined {
  const [, name, phone, address] = (cell.length <= LONGEST && PACKED.exec(cell)) || [];
  if (name === undefined || phone === undefined || address === undefined) return undefined;
  return { name: name.trim(), phone: phone.trim(), address: address.trim() };
}
