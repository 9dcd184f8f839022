/**
 * Words that hold sentences together, folded, by language (ISO 639-1) of those in Latin script: in any text of some length
 * they are every third word, and they tell languages apart. Words that stand in several lists count less.
 */
export const functionWords: Readonly<Record<string, string>> = {
  cs: "a v na se je ze s z do o to byl pro za jsou ale po podle jako byla uz jeho ktery pri",
  da: "og at det er en til af pa for med ikke den har de blev efter som var om fra mig hvor ogsa sagde",
  de: "der die und den das von zu mit ist im fur auf des nicht ein eine sich dem auch wurde nach es bei war",
  en: "the of and to in that is was for on with said by from has have are it at be as his he were this which not",
  es: "el la los las de del que en por con una para se su al como fue mas ha y lo pero sus este segun",
  et: "ja on ei et see oli kui ka aga ning mis mida oma kes olid ta veel pole tema",
  fi: "ja on ei se etta oli mutta joka myos han ovat kun tai sen mukaan ole jo kuin vuoden siita",
  fr: "le la les des et du une dans est pour que qui sur pas par au avec ce plus sont ete aux cette selon il",
  hr: "je i u na se da su za od s koji to nije kao iz te bi ili bio koja sto",
  hu: "a az es hogy nem egy is meg volt de ez mint csak szerint el azt ki vagy mar utan",
  id: "yang dan di dengan untuk dari pada ini itu tidak dalam akan oleh juga telah mengatakan adalah karena ke kata",
  it: "il di che la per un della con non una si gli del sono nel alla e dei anche stato ha da le",
  lt: "ir kad yra ne tai su buvo bet apie kaip po metu savo jis nuo i ar iki dar",
  lv: "un ir ka no par ar uz tas bet lai kas tiek gada nav ari vai pec tika",
  nl: "de het een van en dat is op te voor met zijn niet aan die er door naar ook werd bij heeft als",
  no: "og det er pa til av som for at med ikke den har de ble etter var om fra han meg hvor ogsa sier",
  pl: "w i na z do sie nie ze jest to o jak przez od po dla przed byl oraz jego ktory ale tym",
  pt: "o os da do que em para uma com nao por no na dos mais foi pelo ao ser das e um segundo",
  ro: "si de in la cu a nu pe din care pentru este sa au fost mai o un sunt ca lui dupa",
  sk: "a v na sa je ze s z do o to bol pre za su ale po podla ako bola jeho ktory pri uz",
  sv: "och att det som en pa ar av for med den till inte har om ett men de fran sade efter jag var",
  tr: "ve bir bu da de icin ile olarak cok daha gibi olan sonra kadar ne dedi ancak ise en oldugunu",
  vi: "va cua la cac trong khong duoc cho mot co nguoi nhung da voi nam nay khi den ve tai",
};
