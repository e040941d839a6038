/** How much contact the shop of the year allows itself: the usual, and fewer a day than there would be. */
export const POLICY = {
  perDay: 1,
  promotions: { most: 3, days: 30 },
  all: { most: 6, days: 30 },
  channels: {
    sms: { most: 4, days: 30, gap: 1, capacity: 6 },
    email: { most: 8, days: 30, gap: 1, capacity: 6 },
    phone: { most: 2, days: 30, gap: 7, capacity: 4 },
    wechat: { most: 4, days: 30, gap: 1, capacity: 5 },
    parcel: { most: 2, days: 30, gap: 0, capacity: 2 },
  },
  plays: { new_best: 3, parcel_gift: 10 },
  pauseDays: 30,
  hours: { from: '09:00', to: '20:00' },
} as const;

const { channels } = POLICY;

/** The capacities alone: all else is as it is without being said. */
export const POLICY_FILE = `[policy.channels]
${Object.entries(channels)
  .map(([name, { capacity }]) => `${name} = { capacity = ${capacity} }`)
  .join('\n')}
`;
