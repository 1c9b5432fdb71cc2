import { getTranslations } from "next-intl/server";
import { ForeignText } from "@/components/ui/foreign-text";
import type { EventName, EventNames } from "@/lib/desk/audit/names";
import type { EventLine } from "@/lib/desk/audit/queries";
import { type FieldChange, fieldsOf, isOneSided, isUnchanged, toldAction } from "@/lib/desk/audit/rules";
import { formatInstant } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { Link } from "@/lib/next/navigation";
import { EventField } from "./event-field";
import { type EventRow, EventTable } from "./event-table";

type EventListProps = {
  events: EventLine[];
  names: EventNames;
  locale: LocaleId;
  /** Whether there are no more events than these. */
  isWhole: boolean;
  /** Whether each line says what it is about, where that is not the page's own matter. */
  withSubject?: boolean;
};

/** Lines of the log, newest first: who did what and when; each opens to what it was before and what it is since. */
export async function EventList({ events, withSubject = false, isWhole, ...view }: EventListProps) {
  const t = await getTranslations("eventLog");
  const rows = await Promise.all(events.map((event) => eventRow(event, view)));
  return <EventTable caption={t("title")} rows={rows} isWhole={isWhole} withSubject={withSubject} />;
}

type View = Pick<EventListProps, "names" | "locale">;

async function eventRow(event: EventLine, { names, locale }: View): Promise<EventRow> {
  const { sequence, at, actorName, action, entity, entityId, change } = event;
  const [log, t, told] = [
    await getTranslations("log"),
    await getTranslations("eventLog"),
    toldAction(action, change),
  ];
  // That the change is one of this thing was said already.
  const fields = fieldsOf(change).filter(({ from, to }) => (to ?? from) !== entityId);
  const [kind, name] = [t.has(`entities.${entity}`) ? t(`entities.${entity}`) : entity, names[entityId]];
  return {
    sequence,
    at: at.toISOString(),
    when: formatInstant(at, locale),
    who: actorName,
    what: log.has(told) ? log(told) : told,
    fields: fields.length > 0 && (
      <dl className="grid gap-3 pt-2 pb-1">
        {inOrder(fields).map((field) => (
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

/** What the event is about comes before what it changed. */
function inOrder(fields: FieldChange[]): FieldChange[] {
  return [...fields.filter(isUnchanged), ...fields.filter((field) => !isUnchanged(field))];
}

type SubjectProps = { kind: string; id: string; name?: EventName; locale: LocaleId };

function Subject({ kind, id, name, locale }: SubjectProps) {
  const words = name ? (
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
          {words}
        </Link>
      ) : (
        words
      )}
    </>
  );
}
