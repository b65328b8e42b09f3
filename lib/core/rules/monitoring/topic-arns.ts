import type { AnyContext } from '../rule';
import type { FindingPath } from '../../finding';
import { isToken } from '../structure/tokens';

/** A topic that the blueprint names; the parts are absent when the text is no ARN of a topic. */
export interface StatedTopic {
  readonly path: FindingPath;
  readonly text: string;
  readonly region?: string;
  readonly fifo?: boolean;
}

const TOPIC_ARN = /^arn:aws[a-z-]*:sns:([a-z0-9-]+):\d{12}:[A-Za-z0-9_-]{1,256}(\.fifo)?$/;

/** Topics that are concrete; tokens are left out, since nothing is known of them. */
export function statedTopics({ resolved }: AnyContext): readonly StatedTopic[] {
  return resolved.monitoring.topicArns.flatMap((text, index) => {
    if (isToken(text)) return [];
    const match = TOPIC_ARN.exec(text);
    const path = ['monitoring', 'topicArns', index];
    return [match === null ? { path, text } : { path, text, region: match[1], fifo: match[2] !== undefined }];
  });
}
