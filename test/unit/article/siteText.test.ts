import { checkAll, prose, type Fixture } from "./articleFields";

const title = "Velm Council Votes to Close Old Bridge";
const above = (lines: string[], body: [number, number] = [lines.length * 2 + 3, lines.length * 2 + 7]): Fixture => [
  `${lines.join("\n\n")}\n\n${title}\n\n${prose}`,
  { headline: title, headlineLine: lines.length * 2 + 1, body, boilerplate: [[1, lines.length * 2 - 1]] },
];
const below = (...lines: string[]): Fixture => [
  `${title}\n\n${prose}\n\n${lines.join("\n\n")}\n`,
  { headline: title, body: [3, 7], boilerplate: [[9, 7 + lines.length * 2]] },
];
const inside = (line: string): Fixture => [
  `${title}\n\n${prose}\n\n${line}\n\nThe bridge was opened in 1904 and last repaired in 2019.`,
  { headline: title, body: [3, 11], boilerplate: [[9, 9]], subheadings: [] },
];

const [lowerCase] = above(["Support the Arda Courier!", "Now is the time to support independent reporting!"]);

describe("site text", () => {
  checkAll({
    "an appeal above, for the paper in lower case": [
      lowerCase,
      { headline: title, publisher: "Arda Courier", publisherOrigin: "inferred" },
    ],
    "an appeal above": above(["Support The Arda Courier!", "Now is the time to support independent reporting!", "Contribute Today"]),
    "a share bar above": above(["Share on Facebook", "Tweet", "Print"]),
    "a menu above": above(["Home | News | Sport | Weather"]),
    "a cookie notice above": above(["We use cookies to improve your experience. By continuing you accept our privacy policy."]),
    "a wordy appeal above": above([
      "Support Velm Voice",
      "For thirty years our reporters have told you what others would not.",
      "Donate now",
    ]),
    "an appeal below": below(
      "Read more",
      "Free media are under attack.",
      "At least ten outlets have been closed over their coverage.",
      "The Arda Courier needs your help more than ever.",
    ),
    "a newsletter below": below("Sign up for our newsletter", "Get the best of the Courier delivered to your inbox every morning."),
    "topics and comments below": below("Related topics", "Comments (12)"),
    "reader comments below": below(
      "3 comments",
      "Well, I never. This is what happens when nobody listens to engineers.",
      "About time, too. I have been saying so since the flood of 2039.",
    ),
    "notices below": below(
      "© 2044 The Arda Courier. All rights reserved.",
      "This material may not be published, broadcast, rewritten or redistributed.",
    ),
    "follow us below": below("Follow us on Twitter and Facebook"),
    "an advertisement inside": inside("Advertisement"),
    "a share bar inside": inside("Share on Facebook"),
    "a newsletter inside": inside("Sign up for our newsletter"),
    "a caption inside": inside("Photo: Ana Kolar / Getty Images"),
    "an image caption inside": inside("Image caption: The old bridge in spring"),
    "a player inside": inside("Media playback is not supported on this device"),
    "continue reading inside": inside("Continue reading the main story"),
    "a headline that asks for support is none": [
      `Support Grows for a New Bridge\n\n${prose}`,
      { headline: "Support Grows for a New Bridge", boilerplate: [] },
    ],
    "a headline that starts with Join": [
      `Join Talks, Tarn Urges Velm\n\n${prose}`,
      { headline: "Join Talks, Tarn Urges Velm", boilerplate: [] },
    ],
    "a headline that starts with Share": [
      `Share Prices Fall in Tarn\n\n${prose}`,
      { headline: "Share Prices Fall in Tarn", boilerplate: [] },
    ],
    "a quote with an appeal is the text's": [
      `${title}\n\n${prose}\n\n"We need your help, and we need your support," the mayor told the readers of this newspaper.\n\nThe bridge was opened in 1904.`,
      { boilerplate: [], body: [3, 11] },
    ],
    "the publisher from site text": [
      `Support Kavala Kurier!\n\nContribute Today\n\n${title}\n\n${prose}`,
      { publisher: "Kavala Kurier", publisherOrigin: "inferred", publisherLine: 1 },
    ],
    "the publisher from an appeal below": [
      `${title}\n\n${prose}\n\nThe Arda Courier needs your help.`,
      { publisher: "The Arda Courier", publisherOrigin: "inferred", body: [3, 7] },
    ],
    "no date from an appeal": [
      `${title}\n\n${prose}\n\nRead more\n\nSince October 4, 2044 our newsroom has been blocked.\n\nThe Arda Courier needs your support.`,
      { date: null, body: [3, 7] },
    ],
  });
});
