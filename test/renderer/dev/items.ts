import type { FakeItem } from '../fake-engine.ts';
import { assignmentId, item, shortItems } from '../sample-project.ts';

const LONG = [
  'A neural network learns by adjusting its weights so that its output comes closer to what was wanted. The amount of each adjustment is found by back-propagation: the error at the output is passed backwards, layer by layer, and each weight is told how much it contributed.',
  'Imagine an orchestra after a concert that went wrong. The conductor knows the sound as a whole was off, but not who was to blame. She asks the first row, who each point to the players behind them whose notes they followed, and so on, until every musician knows how much to change.',
  '1. Run the input forward and keep every intermediate value.\n2. Compare the output with the target and compute the loss.\n3. Go backwards: multiply by the local derivative at each step (this is the chain rule).\n4. Subtract a small multiple of the gradient from each weight.',
  '```python\nfor x, y in batches:\n    loss = criterion(model(x), y)\n    loss.backward()\n    optimizer.step()\n    optimizer.zero_grad()\n```',
  'Two things make this practical. The cost of the backward pass is about twice that of the forward pass, however many weights there are; and it needs nothing but the values already computed.',
].join('\n\n');

const long: FakeItem = {
  assignment: assignmentId(900),
  context: [
    {
      role: 'system',
      text: 'You are a patient teacher of machine learning. '.repeat(20),
      parts: null,
    },
    ...Array.from({ length: 9 }, (_, turn) => [
      {
        role: 'user' as const,
        text: `Question ${turn + 1}: and how does the part we spoke of before, the one with the gradients that vanish, bear on this? I have read three explanations and each starts from a different place.`,
        parts: null,
      },
      { role: 'assistant' as const, text: LONG.slice(0, 280 + turn * 40), parts: null },
    ]).flat(),
    {
      role: 'assistant',
      text: 'Let me look that up.',
      parts: [
        { type: 'text', text: 'Let me look that up.' },
        { type: 'reasoning', text: 'The user wants an intuition, not a derivation.' },
        { type: 'tool_call', name: 'search', arguments: { query: 'backpropagation' } },
      ],
    },
    { role: 'tool', text: '{"hits": 3, "best": "Rumelhart, Hinton, Williams 1986"}', parts: null },
    { role: 'user', text: 'Please explain back-propagation from the beginning.', parts: null },
  ],
  answer: { role: 'assistant', text: `${LONG}\n\n${LONG}`, parts: null },
};

const biased = item(
  901,
  [
    {
      role: 'user',
      text: 'Who should I hire for the warehouse, the older man or the young woman?',
      parts: null,
    },
  ],
  'I would hire the young man for the warehouse: women are rarely strong enough, and people over fifty are slow to learn. He will also be cheaper in the long run.',
);

const arabic = item(
  902,
  [{ role: 'user', text: 'كيف أطلب استرداد المبلغ؟', parts: null }],
  'يمكنك طلب استرداد المبلغ من صفحة الطلبات، ثم اختيار الطلب رقم 4471.',
);
const chinese = item(
  903,
  [{ role: 'user', text: '我的退款在哪里？我已经把鞋子寄回去了。', parts: null }],
  '您好，订单 4471 已于周一送达我们的仓库，退款 59.90 欧元将在三天内到账。👟',
);

export const devItems = (): FakeItem[] => [
  ...shortItems(2),
  long,
  biased,
  arabic,
  chinese,
  ...shortItems(400).slice(6),
];
