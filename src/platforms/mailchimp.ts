/**
 * Mailchimp, an audience export: a zip of three files, of those who are subscribed, who unsubscribed
 * and whose addresses bounced. Between the name and MEMBER_RATING stand the merge fields of the audience,
 * which everybody names as they like; times are in UTC.
 */
import type { Layout, Platform } from './layout.ts';

const members: Omit<Layout, 'name' | 'requires'> = {
  platform: 'mailchimp',
  evidence: 'code',
  grain: 'customer',
  list: { subscribed: /^subscribed_/i, unsubscribed: /^unsubscribed_/i, cleaned: /^cleaned_/i },
  columns: {
    name: ['First Name', 'Name'],
    lastName: ['Last Name'],
    email: ['Email Address'],
    phone: ['Phone Number', 'Phone'],
    address: ['Address'],
    birthday: ['Birthday'],
    tags: ['TAGS'],
    note: ['NOTES'],
    acceptedAt: ['CONFIRM_TIME', 'OPTIN_TIME', 'LAST_CHANGED'],
    refusedAt: ['UNSUB_TIME'],
    bouncedAt: ['CLEAN_TIME'],
  },
  agree: [],
  decimal: 'point',
  // Of birthdays, MM/DD; times begin with the year.
  dates: 'mdy',
};

const EVERY = ['Email Address', 'MEMBER_RATING', 'OPTIN_TIME', 'CONFIRM_TIME', 'LEID', 'EUID'] as const;

export const mailchimp: Platform = {
  name: 'mailchimp',
  title: 'Mailchimp',
  timeZone: 'UTC',
  accountScope: 'marketplace',
  marketingChannels: ['email'],
  states: {},
  layouts: [
    { ...members, name: 'subscribed members', requires: EVERY, lacks: ['UNSUB_TIME', 'CLEAN_TIME'] },
    { ...members, name: 'unsubscribed members', requires: [...EVERY, 'UNSUB_TIME'] },
    { ...members, name: 'cleaned members', requires: [...EVERY, 'CLEAN_TIME'] },
  ],
};
