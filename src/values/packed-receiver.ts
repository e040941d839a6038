/** A receiver whose name, phone and address stand in one cell. */
export interface PackedReceiver {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}

/** `姓名，86-13800138000，地址`, as newer Taobao reports write it; undefined for a plain address. */
export function splitReceiver(cell: string): PackedReceiver | undefined {
  const [, name, phone, address] = /^([^，,\d]+)[，,]\s*(?:86-)?([\d*-]{7,20})[，,]\s*(.+)$/su.exec(cell) ?? [];
  return name && phone && address ? { name: name.trim(), phone, address: address.trim() } : undefined;
}
