/** Wire services by their squashed names. Not a closed list: a dateline's layout shows others. */
const known = new Set(
  (
    "reuters ap associatedpress theassociatedpress afp agencefrancepresse dpa upi unitedpressinternational tass itartass interfax " +
    "rianovosti ria sputnik xinhua kyodo kyodonews jiji jijipress yonhap ansa efe ani pti ians aap aa anadolu anadoluagency irna isna mehr " +
    "apa belga bloomberg bloombergnews dowjones dj thomsonreuters thomsonreutersfoundation cnn cp canadianpress thecanadianpress pa " +
    "pressassociation pamedia sana wafa mena petra kuna spa wam qna antara bernama vna trend apa azertac armenpress ukrinform unian " +
    "interfaxukraine belta kazinform unb app dawn newswire prnewswire businesswire globenewswire marketwired marketwire accesswire afx ritzau tt ntb " +
    "stt lusa agerpres bta cna eln agerpress mti ctk čtk pap hina tanjug beta sta bns leta elta rferl rfe voa zenit cns rns ens ips irin " +
    "риановости риа тасс итартасс интерфакс укринформ унн униан белта казинформ alliancenews rtrs swissinfo sda ats keystone"
  ).split(" "),
);

/** Whether `name` is that of a wire service, whatever its spelling ("RIA Novosti", "PRNewswire"). */
export function isAgency(name: string): boolean {
  return known.has(name.toLowerCase().replace(/[^\p{L}]/gu, ""));
}
