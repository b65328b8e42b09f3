import { hit } from '../hit';
import type { Rule } from '../rule';
import { shown } from '../wording';

export const eventNotifications: Rule = {
  code: 'RB136',
  name: 'event-notifications',
  severity: 'info',
  title: 'Keyspace events are limited to those that somebody listens to.',
  why: 'Every event is published like a message, for every write: `A` costs CPU on all of them, and events are lost to whoever is not connected.',
  source: 'https://valkey.io/topics/notifications/',
  check: ({ blueprint: { parameters } }) => {
    const flags = parameters?.['notify-keyspace-events'];
    if (typeof flags !== 'string' || !flags.includes('A')) return [];
    return [hit(['parameters', 'notify-keyspace-events'], `publishes an event for every change of every key, got ${shown(flags)}`, 'name only the classes that are listened to, such as Ex for expiry', flags)];
  },
};
