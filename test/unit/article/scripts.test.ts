import { checkAll } from "./articleFields";

describe("articles in other scripts", () => {
  checkAll({
    Cyrillic: [
      "Совет Вельма закрыл старый мост\n\nАнна Колар\n\n4 октября 2044\n\nСовет города Вельм в понедельник решил закрыть старый мост через Арду, сообщили чиновники.\n\nМэр сказала, что решение было трудным.\n\nЧитайте также:\n\n- Паром заменит старый мост",
      {
        headline: "Совет Вельма закрыл старый мост",
        authors: ["Анна Колар"],
        date: "2044-10-04",
        body: [7, 9],
        related: ["Паром заменит старый мост"],
      },
    ],
    Chinese: [
      "韦尔姆市议会决定关闭旧桥\n\n2044年10月4日\n\n韦尔姆市议会周一投票决定关闭阿尔达河上的旧桥,结束了多年来困扰该镇的争议。\n\n市长表示,这一决定很艰难,但不能再等了。",
      { headline: "韦尔姆市议会决定关闭旧桥", date: "2044-10-04", body: [5, 7] },
    ],
    Arabic: [
      "مجلس فيلم يقرر إغلاق الجسر القديم\n\nقرر مجلس مدينة فيلم يوم الاثنين إغلاق الجسر القديم فوق نهر أردا، منهيا نزاعا دام سنوات.\n\nوقال رئيس البلدية إن القرار كان صعبا.",
      { headline: "مجلس فيلم يقرر إغلاق الجسر القديم", body: [3, 5] },
    ],
    German: [
      "Stadtrat von Velm schließt alte Brücke\n\nVon Ana Kolar\n\n4. Oktober 2044\n\nDer Stadtrat von Velm hat am Montag beschlossen, die alte Brücke über die Arda zu schließen.\n\nLesen Sie auch:\n\n- Fähre ersetzt alte Brücke",
      {
        headline: "Stadtrat von Velm schließt alte Brücke",
        authors: ["Ana Kolar"],
        date: "2044-10-04",
        body: [7, 7],
        related: ["Fähre ersetzt alte Brücke"],
      },
    ],
    emoji: [
      "🔥 Velm Council Votes to Close Old Bridge\n\nThe council of Velm voted on Monday to close the old bridge over the Arda.",
      { headline: "🔥 Velm Council Votes to Close Old Bridge", body: [3, 3] },
    ],
    "zero-width characters and no-break spaces": [
      "\ufeffVelm\u00a0Council\u200b Votes to\u00a0Close Old Bridge\u00a0\n\u00a0\nThe\u00a0council of\u00a0Velm voted on\u00a0Monday to close the\u00a0old bridge over the\u00a0Arda.",
      {
        headline: "Velm Council Votes to Close Old Bridge",
        headlineLine: 1,
        body: [3, 3],
        title: "headline: Velm Council Votes to Close Old Bridge",
      },
    ],
    "curly quotes at a headline's edges": [
      "“A Bridge Too Old”: Velm Council Votes\n\nThe council of Velm voted on Monday to close the old bridge over the Arda.",
      { headline: "“A Bridge Too Old”: Velm Council Votes", body: [3, 3] },
    ],
  });
});
