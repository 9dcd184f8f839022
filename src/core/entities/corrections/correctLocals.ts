import type { ArticleNames } from "../index/articleNames";
import { groupId, type LocalEntity } from "../resolve/localEntity";
import { groupOfName, type FormRule, type Corrections } from "./corrections";

/** Behind the key of a name that was split off, so that no rule takes it for another again. */
const splitMark = "~";

/** The local entities of an article with the forms that a reader pinned or split off in places of their own. */
export function correctLocals(names: ArticleNames, corrections: Corrections): readonly LocalEntity[] {
  if (!corrections.concerns(names.forms)) return names.locals;
  const kept: LocalEntity[] = [];
  const moved = new Map<string, { readonly local: LocalEntity; readonly mentions: number[]; readonly forms: Map<string, number> }>();
  for (const local of names.locals) {
    const stay: number[] = [];
    for (const mention of local.mentions) {
      const form = names.forms[names.formOf[mention] ?? 0] ?? "";
      const rule = corrections.ruleFor(form);
      const target = rule === null ? null : targetOf(rule, local);
      if (target === null) {
        stay.push(mention);
        continue;
      }
      const id = groupId(target);
      const entry = moved.get(id) ?? { local: target, mentions: [], forms: new Map<string, number>() };
      moved.set(id, entry);
      entry.mentions.push(mention);
      entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
    }
    if (stay.length === local.mentions.length) kept.push(local);
    else if (stay.length > 0) kept.push({ ...local, mentions: stay, forms: formsOf(names, stay) });
  }
  for (const { local, mentions, forms } of moved.values()) {
    const at = kept.findIndex((one) => groupId(one) === groupId(local));
    const there = kept[at];
    if (there === undefined) {
      kept.push({ ...local, mentions, forms });
    } else {
      const together = [...there.mentions, ...mentions].sort((a, b) => a - b);
      kept[at] = { ...there, mentions: together, forms: formsOf(names, together) };
    }
  }
  return kept;
}

function formsOf(names: ArticleNames, mentions: readonly number[]): Map<string, number> {
  const forms = new Map<string, number>();
  for (const mention of mentions) {
    const form = names.forms[names.formOf[mention] ?? 0] ?? "";
    forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  return forms;
}

/** The entity that a rule sends a form of `local` to; null where the rule is about another entity. */
function targetOf(rule: FormRule, local: LocalEntity): LocalEntity | null {
  const nothing = { bare: false, forms: new Map<string, number>(), aliases: [], mentions: [] };
  if (rule.to !== null) {
    const group = groupOfName(rule.to);
    if (group === null || group === groupId(local)) return null;
    return { ...nothing, type: rule.type, key: keyOf(group), because: [`you pinned “${rule.form}” to “${rule.to.name}”`] };
  }
  const own = groupOfName({ name: rule.form, type: local.type });
  if (own === null || rule.from === null) return null;
  const isOfEntity =
    own === groupId(local) || groupOfName(rule.from) === groupId(local) || [...local.forms.keys()].includes(rule.from.name);
  if (!isOfEntity || local.type !== rule.type) return null;
  return { ...nothing, type: local.type, key: `${keyOf(own)}${splitMark}`, because: [`you split “${rule.form}” from “${rule.from.name}”`] };
}

function keyOf(group: string): string {
  return group.slice(group.indexOf(":") + 1);
}
