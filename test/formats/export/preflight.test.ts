import { describe, expect, it } from 'vitest';
import { findings, type TrlRecord } from '../../../shared/formats/export/preflight.ts';

describe('the preflight names the rule a row breaks', () => {
  const user = { role: 'user', content: 'Hi' };
  const answer = { role: 'assistant', content: 'Hello' };
  const system = { role: 'system', content: 'Be kind' };
  const rulesOf = (record: TrlRecord): string[] =>
    findings('messages' in record ? 'trl-sft' : 'trl-preference', record).map(({ rule }) => rule);
  const other = [{ role: 'assistant', content: 'Hey' }];

  it.each<[string[], TrlRecord]>([
    [[], { messages: [system, user, answer] }],
    [[], { prompt: [user], chosen: [answer], rejected: other }],
    [['empty_list', 'prompt_end'], { messages: [] }],
    [['prompt_end'], { messages: [answer] }],
    [['prompt_end'], { messages: [system, answer] }],
    [['prompt_end', 'system_first'], { prompt: [user, system], chosen: [answer], rejected: other }],
    [['role'], { messages: [{ role: 'bot', content: 'x' }, user, answer] }],
    [['empty_content'], { messages: [user, { role: 'assistant', content: ' \n' }] }],
    [['answer_role', 'prompt_end'], { messages: [user, answer, user] }],
    [['same_pair'], { prompt: [user], chosen: [answer], rejected: [answer] }],
    [['empty_list'], { prompt: [user], chosen: [answer], rejected: [] }],
    [['alternation'], { messages: [user, user, answer] }],
  ])('%j', (rules, record) => {
    expect(rulesOf(record)).toEqual(rules);
  });
});
