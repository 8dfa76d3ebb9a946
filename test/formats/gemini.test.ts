import { describe, expect, it } from 'vitest';
import { gemini } from '../../shared/formats/gemini.ts';
import { detectAdapter } from '../../shared/formats/registry.ts';
import { faultOf, gathered, lines, read } from './reading.ts';

// Written from the documentation of generateContent, of batches and of request-response logging in Vertex AI.
const request = {
  systemInstruction: { parts: [{ text: 'Be brief.' }] },
  contents: [
    { role: 'user', parts: [{ text: 'How warm is it in Berlin?' }] },
    { role: 'model', parts: [{ functionCall: { name: 'weather', args: { city: 'Berlin' } } }] },
    { role: 'user', parts: [{ functionResponse: { name: 'weather', response: { celsius: 21 } } }] },
  ],
  generationConfig: { temperature: 0.2, candidateCount: 2 },
};
const candidate = (text: string, index: number) => ({
  content: { role: 'model', parts: [{ text }] },
  finishReason: 'STOP',
  index,
  safetyRatings: [{ category: 'HARM_CATEGORY_HARASSMENT', probability: 'NEGLIGIBLE' }],
});
const response = {
  candidates: [candidate('21 degrees.', 0)],
  usageMetadata: { promptTokenCount: 31, candidatesTokenCount: 4, totalTokenCount: 35 },
  modelVersion: 'gemini-2.5-flash-001',
  responseId: 'resp-1',
  createTime: '2026-10-02T09:31:04Z',
};
const SAID = [
  'system: Be brief.',
  'user: How warm is it in Berlin?',
  'assistant: ',
  'tool: {"celsius":21}',
  'assistant: 21 degrees.',
];

describe('a call of Gemini', () => {
  it.each([
    ['side by side', { model: 'models/gemini-2.5-flash', request, response }],
    [
      'in the table of Vertex AI, as JSON text',
      {
        endpoint: 'projects/p/locations/l/endpoints/e',
        logging_time: '2026-10-02T09:31:05Z',
        model: 'gemini-2.5-flash',
        full_request: JSON.stringify(request),
        full_response: JSON.stringify(response),
      },
    ],
    ['a batch with both', { key: 'k-1', status: '', request, response }],
  ])('%s is found and read', (_, record) => {
    const found = detectAdapter([record]);
    expect([found.adapter.name, found.confidence]).toEqual(['gemini', 0.97]);
    expect(found.runnersUp.every(({ confidence }) => confidence < 0.9)).toBe(true);
    const [conversation] = read(gemini, record);
    expect(lines(conversation?.messages ?? [])).toEqual(SAID);
    expect(conversation).toMatchObject({
      externalId: 'key' in record ? 'k-1' : 'resp-1',
      createdAt: Date.UTC(2026, 9, 2, 9, 31, 4),
      metadata: { request: { generationConfig: { temperature: 0.2, candidateCount: 2 } } },
    });
    expect(conversation?.messages[2]?.parts).toEqual([
      { type: 'tool_call', name: 'weather', arguments: '{"city":"Berlin"}' },
    ]);
    expect(conversation?.messages[4]).toMatchObject({
      usage: { input_tokens: 31, output_tokens: 4 },
      metadata: { finish_reason: 'STOP' },
    });
  });

  it('names the model that was asked for and the version that answered', () => {
    const [conversation] = read(gemini, {
      model: 'publishers/google/models/gemini-2.5-flash',
      request,
      response,
    });
    expect(conversation).toMatchObject({ model: 'gemini-2.5-flash', modelVersion: 'gemini-2.5-flash-001' });
  });

  it('gives several candidates as candidates', () => {
    const several = { ...response, candidates: [candidate('21.', 0), candidate('About 21.', 1)] };
    const [conversation] = read(gemini, { request, response: several });
    expect(conversation?.candidates.map(({ text }) => text)).toEqual(['21.', 'About 21.']);
  });

  it('that was streamed is put together, its thoughts apart', () => {
    const piece = (part: object, more: object = {}) => ({
      candidates: [{ content: { role: 'model', parts: [part] }, index: 0, ...more }],
      modelVersion: 'gemini-2.5-flash-001',
    });
    const pieces = [
      piece({ text: 'Look it up.', thought: true }),
      piece({ text: '21 ' }),
      piece({ text: 'degrees.' }, { finishReason: 'STOP' }),
    ];
    const record = { request, response: pieces };
    expect(detectAdapter([record]).adapter.name).toBe('gemini');
    const [conversation] = read(gemini, record);
    expect(conversation?.messages.at(-1)).toMatchObject({
      text: '21 degrees.',
      parts: [
        { type: 'reasoning', text: 'Look it up.' },
        { type: 'text', text: '21 degrees.' },
      ],
      metadata: { finish_reason: 'STOP' },
    });
  });

  it('keeps images and other parts as they came', () => {
    const asked = {
      contents: [
        {
          role: 'user',
          parts: [{ text: 'What is it?' }, { inlineData: { mimeType: 'image/png', data: 'aGk=' } }],
        },
      ],
    };
    const [conversation] = read(gemini, { request: asked, response });
    expect(conversation?.messages[0]).toMatchObject({
      text: 'What is it?',
      parts: [{ type: 'text' }, { type: 'image', inlineData: { mimeType: 'image/png' } }],
    });
  });

  it('to tune it by ends with the answer', () => {
    const row = {
      contents: [
        { role: 'user', parts: [{ text: 'Hi' }] },
        { role: 'model', parts: [{ text: 'Hello' }] },
      ],
    };
    const found = detectAdapter([row]);
    expect([found.adapter.name, found.confidence]).toEqual(['gemini', 0.9]);
    expect(read(gemini, row).map(({ messages }) => lines(messages))).toEqual([
      ['user: Hi', 'assistant: Hello'],
    ]);
  });

  it('whose request and response are rows of two files is joined by its key', () => {
    const [conversation] = gathered(gemini, [
      { key: 'k', request },
      { key: 'k', response },
    ]);
    expect(conversation?.externalId).toBe('k');
    expect(lines(conversation?.messages ?? [])).toEqual(SAID);
  });

  it('without an answer is refused, with the reason it was blocked for', () => {
    const blocked = { request, response: { promptFeedback: { blockReason: 'SAFETY' } } };
    expect(faultOf(gemini, blocked)).toMatchObject({
      code: 'NO_ANSWER',
      path: '$.response.candidates',
      reason: expect.stringContaining('SAFETY'),
    });
    expect(faultOf(gemini, { response })).toMatchObject({ code: 'PROMPT_ABSENT' });
  });
});
