import { claimId, contentHash } from "../../model/digest.ts";
import type { Claim, Entity, Extraction, Lang, NodeId } from "../../model/stages.ts";
import { traced } from "../../model/trace.ts";
import type { EdgeType, NodeType } from "../../model/vocabulary.ts";

/** A small graph told by eight articles in three languages: enough that every route and question has something to answer. */
export function extractions(): Extraction[] {
  return [
    article("alliance", "en", "2024-03-01", "The Harbour Post", [
      said("Russia and Kazakhstan are allies.", "ALLIED_WITH", ["Q159", "Russia"], "allies", ["Q232", "Kazakhstan"]),
      said("Russia asked Kazakhstan for troops.", "REQUESTED", ["Q159", "Russia"], "asked", ["Q232", "Kazakhstan"], {
        what: "troops",
      }),
    ]),
    article("refusal", "en", "2024-03-02", "The Harbour Post", [
      said(
        "Kazakhstan refused Russia's request to send troops.",
        "REFUSED",
        ["Q232", "Kazakhstan"],
        "refused",
        ["Q159", "Russia"],
        {
          what: "send troops",
        },
      ),
      said(
        "Kazakhstan will not recognise Luhansk.",
        "RECOGNIZED",
        ["Q232", "Kazakhstan"],
        "not recognise",
        ["Q16746854", "Luhansk"],
        {
          polarity: "negated",
        },
      ),
    ]),
    article("asveekar", "hi", "2024-03-03", "नदी समाचार", [
      said("कज़ाख़स्तान ने रूस को मना किया।", "REFUSED", ["Q232", "कज़ाख़स्तान"], "मना किया", ["Q159", "रूस"]),
      said("रूस ने लुहान्स्क को मान्यता दी।", "RECOGNIZED", ["Q159", "रूस"], "मान्यता दी", ["Q16746854", "लुहान्स्क"]),
    ]),
    article("sarabaraha", "bn", "2024-03-04", "নদীর কাগজ", [
      said("ইরান রাশিয়াকে ড্রোন দিয়েছে।", "SUPPLIED", ["Q794", "ইরান"], "দিয়েছে", ["Q159", "রাশিয়াকে"], {
        what: "ড্রোন",
        modality: "alleged",
        speaker: "Q212",
        deniedBy: "Q794",
      }),
    ]),
    article("both-sides", "en", "2024-03-05", 'Hill & Vale "Daily"', [
      said("Türkiye supplied Ukraine with drones.", "SUPPLIED", ["Q43", "Türkiye"], "supplied", ["Q212", "Ukraine"]),
      said("Türkiye supplied Russia with gas valves.", "SUPPLIED", ["Q43", "Türkiye"], "supplied", ["Q159", "Russia"], {
        what: '=gas, "valves"\nand\tpipes | \\u0041',
      }),
      said("Russia attacked Ukraine.", "ATTACKED", ["Q159", "Russia"], "attacked", ["Q212", "Ukraine"]),
    ]),
    article("call", "en", "2024-03-06", undefined, [
      said("India called Russia on Monday.", "CALLED", ["Q668", "India"], "called", ["Q159", "Russia"]),
    ]),
    article("phone", "hi", "2024-03-07", "नदी समाचार", [
      said("भारत ने ईरान से मुलाक़ात की।", "MET_WITH", ["Q668", "भारत"], "मुलाक़ात की", ["Q794", "ईरान"]),
    ]),
    article("africa", "en", "2024-03-08", "The Harbour Post", [
      said("Niger condemned Nigeria.", "CONDEMNED", ["Q1032", "Niger"], "condemned", ["Q1033", "Nigeria"]),
    ]),
  ];
}

const entities: Record<string, Entity> = Object.fromEntries(
  [
    entity("Q159", "Country", ["Russia", "रूस", "রাশিয়া"], ["Russian Federation"]),
    entity("Q232", "Country", ["Kazakhstan", "कज़ाख़स्तान", "কাজাখস্তান"], []),
    entity("Q794", "Country", ["Iran", "ईरान", "ইরান"], []),
    entity("Q212", "Country", ["Ukraine", "यूक्रेन", "ইউক্রেন"], []),
    entity("Q43", "Country", ["Türkiye", "तुर्किये", "তুরস্ক"], ["Turkey"]),
    entity("Q668", "Country", ["India", "भारत", "ভারত"], []),
    entity("Q1032", "Country", ["Niger", "नाइजर", "নাইজার"], []),
    entity("Q1033", "Country", ["Nigeria", "नाइजीरिया", "নাইজেরিয়া"], []),
    entity("Q16746854", "Region", ["Luhansk", "लुहान्स्क", "লুহানস্ক"], []),
  ].map((one) => [one.id, one]),
);

function entity(id: NodeId, type: NodeType, [en, hi, bn]: [string, string, string], aliases: string[]): Entity {
  return { id, type, labels: [type], name: { en, hi, bn }, aliases };
}

interface Said {
  sentence: string;
  type: EdgeType;
  subject: [NodeId, string];
  cue: string;
  object: [NodeId, string];
  more: Partial<Claim>;
}

function said(
  sentence: string,
  type: EdgeType,
  subject: [NodeId, string],
  cue: string,
  object: [NodeId, string],
  more: Partial<Claim> = {},
): Said {
  return { sentence, type, subject, cue, object, more };
}

function article(id: string, lang: Lang, published: string, outlet: string | undefined, all: Said[]): Extraction {
  const title = `${id} <in> brief`;
  const text = [title, ...all.map(({ sentence }) => sentence)].join("\n");
  const claims = all.map(({ sentence, type, subject, cue, object, more }) => {
    const start = text.indexOf(sentence);
    const span = (words: string): [number, number] => [
      text.indexOf(words, start),
      text.indexOf(words, start) + words.length,
    ];
    const claim: Omit<Claim, "id"> = {
      ...{ type, subject: subject[0], object: object[0], polarity: "affirmed", modality: "asserted", article: id },
      ...{ sentence, start, end: start + sentence.length, lang, rule: `${lang}/test`, confidence: 0.9 },
      spans: { subject: span(subject[1]), cue: span(cue), object: span(object[1]) },
      trace: [
        traced("cue", { words: cue, frame: "test" }),
        traced("subject", { slot: "erg by pronoun" }),
        "a step of before",
      ],
      ...more,
    };
    return { ...claim, id: claimId(claim) };
  });
  const ids = new Set(claims.flatMap(({ subject, object, speaker, deniedBy }) => [subject, object, speaker, deniedBy]));
  return {
    article: {
      id,
      text,
      lang,
      title,
      outlet,
      published,
      hash: contentHash(text),
      fingerprint: contentHash(text).slice(0, 16),
    },
    entities: Object.values(entities).filter((one) => ids.has(one.id)),
    claims,
    skipped: [],
  };
}
