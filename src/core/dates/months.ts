/** Month names by language, January first; abbreviations are found by their beginnings. */
const names: readonly string[] = [
  "january february march april may june july august september october november december",
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  "januar februar märz april mai juni juli august september oktober november dezember",
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  "januari februari maart april mei juni juli augustus september oktober november december",
  "januari februari mars april maj juni juli augusti september oktober november december",
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
  "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
  "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
  "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
  "jan feb mar apr may jun jul aug sep oct nov dec",
  "janv févr mars avr mai juin juil août sept oct nov déc",
  "jän feb mrz apr mai jun jul aug sept okt nov dez",
  "ene feb mar abr may jun jul ago set oct nov dic",
  "янв фев мар апр май июн июл авг сен окт ноя дек",
];

const months = new Map<string, number>();
for (const line of names) line.split(" ").forEach((name, index) => { if (!months.has(name)) months.set(name, index + 1); });

const weekdays: readonly string[] = [
  "sunday monday tuesday wednesday thursday friday saturday",
  "sun mon tue wed thu fri sat",
  "sun mon tues weds thur fri sat",
  "dimanche lundi mardi mercredi jeudi vendredi samedi",
  "sonntag montag dienstag mittwoch donnerstag freitag samstag",
  "domingo lunes martes miércoles jueves viernes sábado",
  "domenica lunedì martedì mercoledì giovedì venerdì sabato",
  "zondag maandag dinsdag woensdag donderdag vrijdag zaterdag",
  "воскресенье понедельник вторник среда четверг пятница суббота",
];

const days = new Map<string, number>();
for (const line of weekdays) line.split(" ").forEach((name, index) => { days.set(name, index); });
days.set("thurs", 4).set("wednes", 3);

/** The month (1–12) that `word` names, in full or abbreviated, in any case; 0 if none. */
export function monthNamed(word: string): number {
  return months.get(word.toLowerCase()) ?? 0;
}

/** The day of the week (Sunday 0) that `word` names; -1 if none. */
export function weekdayNamed(word: string): number {
  return days.get(word.toLowerCase()) ?? -1;
}
