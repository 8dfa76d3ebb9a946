import { anyWord } from '../words.ts';

/** Words that say a number is a card's. */
export const CARD_WORDS = anyWord(`
  card, visa, mastercard, amex, american express, credit, debit, kreditkarte, karte, carte, tarjeta,
  cartão, cartao, carta di credito, creditcard, karta, kort, карт, 卡号, 信用卡, カード, 카드
`);

/** Words for a phone. */
export const PHONE_WORDS = anyWord(`
  phone, telephone, tel!, tel., tél, mobile, cell!, cellphone, fax, whatsapp, viber, contact number,
  contact no, voicemail, hotline, helpline, telefon, handy, rufnummer, mobil, téléphone, portable,
  teléfono, telefono, móvil, movil, celular, fono, telefone, telemóvel, telemovel, cellulare, telefoon,
  gsm, puhelin, numer tel, komórk, tlf, telpon, nomor hp, no hp, điện thoại, телефон, тел., моб., 电话, 電話,
  手机, 手機, 携帯, ケータイ, 전화, 연락처, 휴대폰, फोन, फ़ोन, मोबाइल, মোবাইল, هاتف, جوال, موبايل, תלפון, טלפון, נייד, τηλ,
  โทร, เบอร์
`);

/** Words for calling, after which a number comes soon or not at all. */
export const CALLING_WORDS = anyWord(`
  call!, text me, text us, txt, sms, reach me, reach us, reach him, reach her, dial, ring me, ring us,
  ring!, my number, phone me, anrufen, erreichbar, erreichen, ruf mich, rufen sie, appelez, appelle,
  joindre, joignable, mon numéro, llámame, llamame, llame, mi número, mi numero, ligue, me liga, liga pra,
  liga para, meu número, chiamami, chiamare, mio numero, bel me, bel mij, bellen, mijn nummer, zadzwoń,
  dzwoni, mój numer, zavolej, arayın, numaram, hubungi, позвони, звоните, набери, мой номер, 打给, 联系, 连络,
  اتصل, רقم, 전화해, कॉल
`);

/** Words that say a number is something that is nobody's: orders, parcels, articles, amounts, devices ... */
export const OTHER_NUMBER_WORDS = anyWord(`
  order, invoice, tracking, track!, parcel, shipment, ticket, case no, case number, case id, case #,
  reference, ref!, isbn, cep!, p.iva, partita iva, vat!, ust-id, siret, siren!, cnpj, ein!, abn!, issn,
  ean, upc, gtin, sku, part no, part number, serial, imei, imsi, iccid, model, product, item, batch, lot!,
  version, build, commit, hash, checksum, id:, id =, id=, uuid, guid, timestamp, epoch, unix, seed,
  transaction, doi, patent, arxiv, pmid, error, bug, issue, request, session, confirmation, booking,
  flight, port!, pid, offset, pi!, π, digits of, random, equals, population, total, sum!, number of,
  barcode, code:, zip, coordinates, latitude, longitude, lat!, lng!, case law, receipt, sequence, prime,
  fibonacci, nct, cas!, postal, license key, account, score, meter, bestell, rechnung, sendung, artikel,
  auftrag, vorgang, aktenzeichen, kundennummer, seriennummer, zählernummer, commande, facture, colis,
  suivi, dossier, référence, pedido, factura, seguimiento, referencia, referência, fatura, nota fiscal,
  protocolo, ordine, fattura, spedizione, bestelling, factuur, zamówien, faktur, przesyłk, beställ,
  tilaus, sipariş, pesanan, đơn hàng, заказ, накладн, счет, счёт, 订单, 訂單, 快递, 运单, 注文, 追跡, 주문, 송장, ऑर्डर,
  طلب, הזמנה
`);
