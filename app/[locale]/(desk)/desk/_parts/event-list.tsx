import { getTranslations } from "next-intl/server";
import { ForeignText } from "@/components/ui/foreign-text";
import type { EventName, EventNames } from "@/lib/desk/audit/event-names";
import type { EventListItem } from "@/lib/desk/audit/queries";
import {
  displayAction,
  type FieldChange,
  isOneSided,
  isUnchanged,
  listFieldChanges,
} from "@/lib/desk/audit/rules";
import { formatInstant } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { Link } from "@/lib/next/navigation";
import { EventField } from "./event-field";
import { type EventRow, EventTable } from "./event-table";

type EventListProps = {
  events: EventListItem[];
  names: EventNames;
  locale: LocaleId;
  /** Whether these are all events. */
  isWhole: boolean;
  /** Whether each event names its entity, where that is not the page's own. */
  withSubject?: boolean;
};

/** Events of the audit log, newest first: who did what and when, and the changed fields in a disclosure. */
export async function EventList({ events, withSubject = false, isWhole, ...view }: EventListProps) {
  const t = await getTranslations("eventLog");
  const rows = await Promise.all(events.map((event) => eventRow(event, view)));
  return <EventTable caption={t("title")} rows={rows} isWhole={isWhole} withSubject={withSubject} />;
}

type View = Pick<EventListProps, "names" | "locale">;

async function eventRow(event: EventListItem, { names, locale }: View): Promise<EventRow> {
  const { sequence, at, actorName, action, entity, entityId, change } = event;
  const [log, t, actionKey] = [
    await getTranslations("log"),
    await getTranslations("eventLog"),
    displayAction(action, change),
  ];
  // The entity's own id stands in another column.
  const fields = listFieldChanges(change).filter(({ from, to }) => (to ?? from) !== entityId);
  const [kind, name] = [t.has(`entities.${entity}`) ? t(`entities.${entity}`) : entity, names[entityId]];
  return {
    sequence,
    at: at.toISOString(),
    when: formatInstant(at, locale),
    who: actorName,
    what: log.has(actionKey) ? log(actionKey) : actionKey,
    fields: fields.length > 0 && (
      <dl className="grid gap-3 pt-2 pb-1">
        {contextFirst(fields).map((field) => (
          <EventField
            key={field.path.join(".")}
            field={field}
            isOneSided={isOneSided(change)}
            names={names}
            locale={locale}
          />
        ))}
      </dl>
    ),
    about: `${kind} ${name?.text ?? entityId}`,
    subject: <Subject kind={kind} id={entityId} name={name} locale={locale} />,
  };
}

/** Unchanged fields, which say what the event is about, come first. */
function contextFirst(fields: FieldChange[]): FieldChange[] {
  return [...fields.filter(isUnchanged), ...fields.filter((field) => !isUnchanged(field))];
}

type SubjectProps = { kind: string; id: string; name?: EventName; locale: LocaleId };

function Subject({ kind, id, name, locale }: SubjectProps) {
  const title = name ? (
    <ForeignText language={name.language ?? locale}>{name.text}</ForeignText>
  ) : (
    <bdi dir="ltr" className="break-all">
      {id}
    </bdi>
  );
  return (
    <>
      {kind}:{" "}
      {name?.href ? (
        <Link href={name.href} prefetch={false}>
          {title}
        </Link>
      ) : (
        title
      )}
    </>
  );
}
