import { StartTable } from "../util/startTable";

/** What sites print around articles. Compared in lower case, without counts and punctuation at the edges. */
export const wholeLines = new Set(
  (
    "share|tweet|print|email|e-mail|save|like|pin|pin it|comment|comments|reply|view comments|show comments|see comments|load comments|leave a comment|post a comment|leave a reply|add a comment|join the conversation|join the discussion|" +
    "advertisement|advertisment|advertising|ad|ads|sponsored|sponsored content|promoted|promoted content|paid content|paid post|continue reading|continue reading the main story|read more|read more here|more|show more|see more|view more|load more|learn more|find out more|" +
    "click here|tap here|continue|remind me|subscribe|sign in|sign up|sign out|log in|log out|login|register|menu|search|skip to content|skip to main content|skip to navigation|skip advertisement|close|loading|follow us|follow|share this|share this article|share this story|share this post|share this page|share this with|" +
    "share article|share story|share full article|copy link|link copied|email this|print this|print this article|email this article|text size|font size|resize text|a a a|tags|topics|related topics|related tags|most read|most popular|most viewed|most shared|most commented|trending|trending now|" +
    "popular now|popular stories|top stories|editors picks|editor's picks|editor’s picks|don't miss|don’t miss|what to read next|up next|recommended videos|play video|watch video|watch now|listen now|listen|listen to this article|play|video player is loading|media playback is not supported on this device|media playback is unsupported on your device|" +
    "contribute|contribute today|donate|donate now|donate today|support us|become a member|become a supporter|become a subscriber|make a donation|give now|give today|remind me later|not now|no thanks|maybe later|back to top|all rights reserved|terms of use|terms of service|terms and conditions|privacy policy|privacy notice|" +
    "cookie policy|accept|accept all|accept cookies|accept all cookies|manage cookies|cookie settings|reject all|got it|i agree|image copyright|image source|image caption|getty images|facebook|twitter|whatsapp|linkedin|reddit|pinterest|messenger|telegram|instagram|youtube|flipboard|tumblr|rss|newsletter|newsletters|" +
    "facebook twitter email|facebook twitter|about us|contact us|advertise with us|advertise|home|site map|sitemap|mobile apps|download the app|get the app|download our app|open in app|view in app|unlock this article|gift article|give this article|save article|bookmark|saved|report a typo|report an error|report this ad|published in|tagged|filed under|" +
    "scroll to top|scroll up|go to top|jump to content|jump to navigation|skip navigation|skip to main|toggle navigation|toggle menu|open menu|close menu|main menu|open search|close search|recent posts|recent comments|recent news|recent articles|recent stories|latest posts|latest news|latest articles|latest stories|latest headlines|related posts|popular posts|post navigation|" +
    "comments are closed|previous post|next post|previous article|next article|older posts|newer posts|all posts|share this:|like this|like loading|enlarge this image|enlarge image|end of document|@highlight|highlight|in this article|table of contents|back|next|previous|view all|see all|read article|view profile|report a crime|get help|contact|careers|jobs|site search|accessibility|" +
    "реклама|поделиться|подписаться|комментарии|распечатать|werbung|anzeige|teilen|drucken|kommentare|publicité|partager|imprimer|commentaires|publicidad|compartir|imprimir|comentarios|pubblicità|condividi|stampa|commenti|publicidade|compartilhar|advertentie|delen|annonse|annons|dela|分享|广告|廣告|打印|评论"
  ).split("|"),
);

/** No whole line is longer. */
export const longestWholeLine = Math.max(...Array.from(wholeLines, ({ length }) => length));

/**
 * Beginnings of lines of site text, with the characters that they can start with ("é" stands for all but ASCII) and, for
 * one that is slow to compile and starts with anything, what has to be in the line.
 */
const lineBeginnings: readonly (readonly [starts: string, pattern: RegExp, needs?: RegExp])[] = [
  ["stepl", /^(?:share|tweet|email|e-mail|print|post|send|save|like) (?:this|on|to|via|it|with|by|the (?:article|story))\b.{0,60}$/i],
  [
    "stpefwlrmcgi|,/()é \t\n\r0123456789",
    /^(?=.*\p{L})(?:share|tweet|print|email|e-mail|facebook|twitter|whatsapp|linkedin|pinterest|reddit|messenger|telegram|comments?|save|copy link|like|pin it|more|plus|google\+?|instagram|flipboard|tumblr|rss|listen|[|,/·•\s\d()]){2,}$/iu,
  ],
  [
    "psrlje",
    /^(?:please )?(?:sign up|sign-up|subscribe|register|log ?in|sign in|join|enroll)\b.{0,80}\b(?:newsletters?|e-?mails?|inbox|updates|alerts|free|today|now|here|account|channel|podcast|digital|unlimited|access|continue|read|mailing list)\b/i,
  ],
  ["g", /^get (?:the|our|your|more|all)\b.{0,80}\b(?:newsletters?|inbox|emails?|app|alerts|delivered|sent to you)\b/i],
  [
    "fljcé",
    /^(?:follow|like|find|join|connect with|friend) (?:us|me|him|her|them|@\w+|the \w+|\p{Lu}[\p{L} ]{1,40}) (?:on|at|via) (?:twitter|facebook|instagram|telegram|linkedin|youtube|x\b|whatsapp|social|threads|bluesky|google|tiktok|mastodon)/iu,
  ],
  ["fcerw", /^(?:follow|contact|email|reach|write to) .{2,60}(?:@[a-z0-9_]{2,}|\bat [\w.+-]{1,40}@)/i],
  [
    "ckrswta",
    /^(?:continue reading|keep reading|read more|read the full|read full|see more|see also our|watch more|click here|click (?:on )?the|tap here|scroll down|story continues|article continues|continued below|continue below|advertisement|sponsored by [^.]{2,50}$|this (?:content|article|story) (?:is|was) (?:sponsored|paid|provided|supported)|supported by [^.]{2,50}$)/i,
  ],
  [
    "pifcvgbé",
    /^(?:photo(?:graph)?s?|image|images|picture|pictures|pic|file photo|caption|image caption|image copyright|image source|photo credit|photo caption|photo by|photos by|credit|video|video caption|graphic|illustration|foto|фото|bild|слайд)\s?(?::|\/|©|\bby\b|\bcourtesy\b|\bcredit\b)/iu,
  ],
  ["gaesirp", /^(?:getty images|afp\/getty|getty|epa|shutterstock|istock|alamy|reuters\/|ap photo|afp photo|photo ap)\b.{0,40}$/i],
  [
    "mjytpa",
    /^(?:media playback|javascript|your browser|this video|to (?:view|play|see|watch) this|please (?:enable|turn on|disable)|you need to (?:enable|install|have)|an? ad ?blocker)\b/i,
  ],
  ["é(cat", /^(?:©|\(c\)|copyright\b|all rights reserved|alle rechte|todos los derechos|tous droits|все права|版权)/iu],
  [
    "trn",
    /^(?:this (?:material|article|story|content)|the material|reproduction|no part of this) (?:may|must|can|in whole|is prohibited|is protected|is copyright)/i,
  ],
  [
    "wtob",
    /^(?:we|this (?:site|website)|our (?:site|website)|by (?:using|continuing|clicking|signing)) .{0,80}\b(?:cookies?|privacy (?:policy|notice)|terms (?:of (?:use|service)|and conditions))\b/i,
  ],
  [
    "ftrcmpek",
    /^(?:filed under|tagged(?: with)?|tags?|topics?|related topics|categories|more on|more about|more from|posted in|read more (?:about|on|from)|explore more|keywords)\s?:/i,
  ],
  ["c0123456789", /^(?:\d+ )?comments?\b(?:\s*\(?\d+\)?)?$/i],
  [
    "yt",
    /^(?:your (?:support|donation|contribution|subscription|email address)|thank(?:s| you) for (?:reading|your|subscribing|supporting|signing|being|visiting))\b/i,
  ],
  ["ditg", /^(?:download|install|try|get) (?:the|our) .{0,30}\bapp\b/i],
  [
    "hdgswle",
    /^(?:have (?:a|you)|do you have|got a|send us|want to|looking for|enjoy(?:ed|ing)?) .{0,60}\b(?:tip|story idea|news tip|feedback|more (?:news|stories|like this)|this (?:article|story)|news alerts)\b/i,
  ],
  ["tvo", /^(?:the views|views|opinions|the opinions) expressed\b/i],
  ["d0123456789", /^(?:document )?\d+ of \d+(?: documents?)?$/i],
  ["ad", /^(?:a message (?:from|to)|an appeal from|dear (?:readers?|friends?|supporters?)\b.{0,20}$)/i],
  [
    "aort",
    /^(?:a version of this (?:article|story)|our standards|reuse this content|related internet links|this (?:article|story|piece) (?:is republished|was amended)|read the original article)\b/i,
  ],
  [
    "abcdefghijklmnopqrstuvwxyzé ",
    /^(?:the )?[\p{L} ]{2,40} (?:is|are) not responsible for (?:the )?(?:content|external)/iu,
    /not responsible for/i,
  ],
  ["n", /^not ready to (?:support|contribute|donate|subscribe)/i],
  [
    "éajisf",
    /^(?:подпис(?:ывайтесь|аться)|присоединяйтесь|поддержите|abonnieren sie|jetzt abonnieren|abonnez-vous|inscrivez-vous|suscríb[ae]|síguenos|suivez-nous|folgen sie|iscriviti|assine|seguici|abonneer)/iu,
  ],
  ["msre0123456789", /^(?:\d+ )?(?:min(?:ute)?s?|sec(?:ond)?s?) (?:read|listen|watch)$|^reading time\b|^estimated reading/i],
];

const beginningTable = new StartTable(lineBeginnings.map(([starts]) => starts + starts.toUpperCase()));

/** Whether a line begins as lines of site text do; its first character rules most patterns out. */
export function beginsAsSiteText(plain: string): boolean {
  for (let bits = beginningTable.at(plain.charCodeAt(0)), index = 0; bits !== 0; bits >>>= 1, index++) {
    const beginning = (bits & 1) === 1 ? lineBeginnings[index] : undefined;
    if (beginning !== undefined && (beginning[2]?.test(plain) ?? true) && beginning[1].test(plain)) return true;
  }
  return false;
}

/** Imperatives that appeals and calls to action start with. */
export const imperative =
  /^(?:please |help |now is the time to |it(?:'|’)s time to |why not |consider |click to )?(?:support|donate|contribute|subscribe|give|join|help|sign|become|make|get|invest|back|fund|stand|keep|pledge|protect|defend|save|unlock|start|try|renew|upgrade|register|consider|read|follow|share|buy|claim|enjoy)\b/i;

/** What appeals are about. */
export const appealWords =
  /\b(?:donat\w+|contribut(?:e|ion|ions|ing|or|ors)|subscri\w+|supporters?|support|members?|membership|newsletters?|journalis[mt]s?|independent|reporting|reporters?|newsroom|paywall|readers?|readership|coverage|media outlets?|outlets|media|free press|press freedom|censorship|monthly|one-time|advert\w*|sponsor\w*|inbox|unlimited|access|discount|trial|offer|cancel anytime|truth|crowdfund\w*|foreign agent|undesirable|blocked|fearless|trusted|trustworthy|quality|accurate)\b/gi;

/** The site speaking of itself or to its reader. */
export const siteVoice = /\b(?:we|our|ours|us|you|your|yours)\b/gi;

/** Sentences that only an appeal has. */
export const appealSentences =
  /\b(?:needs? your (?:help|support)|your (?:help|support|donation|contribution|subscription|gift|membership)\b|support (?:our|us|independent|quality|free|local|the work)|(?:rely|relies|depend|depends) (?:on|upon) (?:readers?|your|our readers|donations|the support|people like you)|(?:become|be) an? (?:member|subscriber|supporter|patron|friend)|readers like you|make a (?:donation|contribution|gift)|(?:independent|quality|public|local|free|investigative) (?:reporting|journalism|media|news|press)[^.]{0,60}\b(?:needs|cannot|can't|depends|requires|is under|matters|survive|costs|free for)|sign up (?:for|to) (?:our|the|a|your)|subscribe (?:to|for|now)|for as little as|as little as|cancel any ?time|tax[- ]deductible|under attack|needs you\b|favou?r to ask|help us|with your help|without your|thanks? (?:to|you for) (?:your|reading)|keep (?:our|us|this|independent)[^.]{0,40}(?:free|open|going|alive|running|independent))/i;
