import type { Field } from "./article";
import { isAgency } from "./agencies";
import type { HeadFields } from "./headFields";
import { hostOf, outletOfUrl, ownerLabel, spelledInText } from "./hostName";
import type { LabelValue } from "./labelValues";
import { isOutletName } from "./outlets";
import { explicitPublisher, inferFromNotices, inferFromSiteText } from "./publisher";
import type { Role } from "./role";
import type { Unit } from "./unit";

/** Where a publisher can be read from. `text` is the article's beginning, bounded. */
export interface PublisherSources {
  readonly units: readonly Unit[];
  readonly roles: ReadonlyMap<number, Role>;
  readonly fields: HeadFields;
  readonly url: string | null;
  readonly text: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly values: readonly LabelValue[];
}

/**
 * The outlet: as head, byline, envelope or a label name it; else inferred from who signs, from site text, a copyright
 * notice, the URL's host.
 */
export function choosePublisher({ units, roles, fields, url, text, attributes, values }: PublisherSources): Field<string> | null {
  if (fields.masthead !== null) return fields.masthead;
  if (fields.outlet !== null) return fields.outlet;
  const source = attributes.get("source")?.trim();
  const sourceIsUrl = source !== undefined && /^(?:https?:|www\.)|^[\w-]+\.[\w.-]+$/.test(source);
  if (source !== undefined && source !== "" && !sourceIsUrl) return explicitPublisher(source, null);
  const owner = values.find(({ role }) => role === "owner");
  if (owner !== undefined && owner.text.length <= 60) return explicitPublisher(owner.text, owner.locate(owner.text));
  const signed = fields.authors.find((author) => author.kind === "organization" && isOutletName(author.name) && !isAgency(author.name));
  if (signed !== undefined) return { value: signed.name, origin: "inferred", span: signed.span };
  const site: Unit[] = [];
  for (const [i, role] of roles) {
    const unit = units[i];
    if (role === "site" && unit !== undefined) site.push(unit);
  }
  const fromSite = inferFromSiteText(site) ?? inferFromNotices(site);
  if (fromSite !== null) return fromSite;
  const named = sourceIsUrl ? source : (values.find(({ role }) => role === "host")?.text ?? "");
  const from = url ?? (named === "" ? "" : named.replace(/^(?!https?:)/, "https://"));
  const label = ownerLabel(hostOf(from) ?? "");
  const host = (label === null ? null : spelledInText(label, text)) ?? outletOfUrl(from);
  return host === null ? null : { value: host, origin: "inferred", span: null };
}
