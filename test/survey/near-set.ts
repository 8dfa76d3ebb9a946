/** Pairs of answers, and whether they are nearly the same: at least 80 % of their pairs of neighbouring words in common. */
export const NEAR_SET: readonly (readonly [near: boolean, first: string, second: string])[] = [
  [
    true,
    'Thank you for your message. Your parcel left our warehouse on Monday and is on its way to you; it should arrive within three working days. Is there anything else that I can do for you today?',
    'Thank you for your message. Your parcel left our warehouse on Tuesday and is on its way to you; it should arrive within three working days. Is there anything else that I can do for you today?',
  ],
  [
    true,
    'To change your password, open the settings, choose Security and press Change password. You will get an e-mail with a link that is valid for one hour. After that you have to ask for a new one.',
    'TO CHANGE YOUR PASSWORD: open the settings, choose security and press "change password". You will get an e-mail with a link that is valid for one hour; after that you have to ask for a new one',
  ],
  [
    true,
    'Hello Ada, your refund of 59.90 was sent to your bank on 3 May. It takes up to five working days until it can be seen in your account. We are sorry that it took so long, and thank you for your patience with us.',
    'Hello Ben, your refund of 12.50 was sent to your bank on 3 May. It takes up to five working days until it can be seen in your account. We are sorry that it took so long, and thank you for your patience with us.',
  ],
  [
    true,
    'Die Rücksendung ist kostenlos, wenn Sie das beigelegte Etikett verwenden. Bitte legen Sie die Rechnung bei und geben Sie das Paket innerhalb von 14 Tagen bei der Post ab. Danach erstatten wir den Betrag.',
    'Die Rücksendung ist kostenlos, wenn Sie das beigelegte Etikett verwenden. Bitte legen Sie die Rechnung bei und geben Sie das Paket innerhalb von 30 Tagen bei der Post ab. Danach erstatten wir den Betrag.',
  ],
  [
    true,
    '您的包裹已于周一从我们的仓库发出，预计三个工作日内送达。如果您还有其他问题，请随时联系我们的客服人员，我们很乐意为您提供帮助。',
    '您的包裹已于周二从我们的仓库发出，预计三个工作日内送达。如果您还有其他问题，请随时联系我们的客服人员，我们很乐意为您提供帮助。',
  ],
  [
    false,
    'Thank you for your message. Your parcel left our warehouse on Monday and is on its way to you; it should arrive within three working days. Is there anything else that I can do for you today?',
    'Thank you for your message. I am sorry that the shoes do not fit. You can send them back within thirty days, free of charge; the label is in the box. Is there anything else that I can do for you today?',
  ],
  [
    false,
    'To change your password, open the settings, choose Security and press Change password. You will get an e-mail with a link that is valid for one hour.',
    'To change your address, open the settings, choose Addresses and press Add. The new address is used for all orders that have not been packed yet.',
  ],
  [
    false,
    'The capital of Australia is Canberra. It was founded in 1913 and lies between Sydney and Melbourne, which both wanted to be the capital.',
    'The capital of Canada is Ottawa. It was chosen in 1857 and lies between Toronto and Montreal, which both hoped to become the capital.',
  ],
  [
    false,
    'Die Rücksendung ist kostenlos, wenn Sie das beigelegte Etikett verwenden. Bitte geben Sie das Paket innerhalb von 14 Tagen ab.',
    'Die Lieferung ist kostenlos, wenn Sie für mehr als 50 Euro bestellen. Bitte beachten Sie, dass sie bis zu fünf Tage dauern kann.',
  ],
  [false, 'Yes, you can.', 'Yes, you may.'],
  [false, 'I do not know that, sorry.', 'I do not know this, sorry.'],
];
