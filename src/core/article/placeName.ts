const smallWords = new Set("de la le du des del da do dos das di au aux en of the and el y und am an der upon sur les lès".split(" "));

/** Cities that agencies file from; a bare "Moscow - " before a lead is a dateline, "Rain - " is not. */
const cities = new Set(
  (
    "abidjan,abuja,accra,addis ababa,aden,aleppo,algiers,almaty,amman,amsterdam,ankara,astana,athens,atlanta,auckland,baghdad,baku,bamako,bangkok,barcelona,beijing,beirut,belfast,belgrade," +
    "berlin,bern,bishkek,bogota,bonn,boston,brasilia,bratislava,brussels,bucharest,budapest,buenos aires,cairo,canberra,caracas,chicago,chisinau,colombo,copenhagen,dakar,dallas,damascus,delhi," +
    "detroit,dhaka,doha,donetsk,dubai,dublin,dushanbe,edinburgh,frankfurt,gaza,geneva,hanoi,harare,havana,helsinki,hong kong,houston,islamabad,istanbul,jakarta,jerusalem,johannesburg,juba,kabul," +
    "kampala,karachi,kathmandu,khartoum,kiev,kigali,kinshasa,kuala lumpur,kuwait city,kyiv,lagos,lahore,lima,lisbon,ljubljana,london,los angeles,luanda,madrid,managua,manila,maputo,melbourne," +
    "mexico city,miami,milan,minsk,mogadishu,monrovia,montreal,moscow,mumbai,munich,nairobi,new delhi,new york,nicosia,oslo,ottawa,panama city,paris,peking,prague,pretoria,pristina,pyongyang," +
    "quito,rabat,ramallah,reykjavik,riga,rio de janeiro,riyadh,rome,san francisco,sanaa,santiago,sao paulo,sarajevo,seattle,seoul,shanghai,singapore,skopje,sofia,st. petersburg,stockholm,strasbourg," +
    "sydney,taipei,tallinn,tashkent,tbilisi,tehran,tel aviv,the hague,tirana,tokyo,toronto,tripoli,tunis,ulan bator,united nations,vatican city,vienna,vilnius,warsaw,washington,wellington,yangon," +
    "yerevan,zagreb,zurich"
  ).split(","),
);

/** Whether `name` is a well-known place of filing, in any case. */
export function isFilingCity(name: string): boolean {
  return cities.has(name.toLowerCase());
}

/** A place set in capitals as it is written in running text: "MOSCOW" is "Moscow", "RIO DE JANEIRO" "Rio de Janeiro". */
export function displayPlace(name: string): string {
  if (name !== name.toUpperCase() || /^(?:\p{L}\.)+$/u.test(name)) return name;
  let first = true;
  return name.toLowerCase().replace(/\p{L}+/gu, (word, at: number, whole: string) => {
    const small = !first && smallWords.has(word) && whole.charAt(at - 1) !== "'";
    first = false;
    return small ? word : word.charAt(0).toUpperCase() + word.slice(1);
  });
}
