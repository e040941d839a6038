/** Numbers of mobiles alone, one a line, as consoles for bulk SMS take them. */
import type { ListFormat, ListPerson } from './list-format.ts';
import { mobileNumber } from './person-facts.ts';
import { nationalNumber } from './national-number.ts';

function* numbers(people: Iterable<ListPerson>): Generator<string> {
  const written = new Set<string>();
  for (const person of people) {
    const number = mobileNumber(person);
    if (number === null || written.has(number)) continue;
    written.add(number);
    yield `${nationalNumber(number)}\r\n`;
  }
}

export const sms: ListFormat = {
  name: 'sms',
  evidence: 'seen',
  source: 'help.aliyun.com: send-messages-by-using-mass-messaging',
  channels: ['sms'],
  extension: 'txt',
  make: (people) => ({ kind: 'text', pieces: numbers(people) }),
};
