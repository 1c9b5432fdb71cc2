import { getTranslations } from "next-intl/server";
import { FoldSign } from "@/components/table/filter-group";
import { ForeignText } from "@/components/ui/foreign-text";
import type { EventName, EventNames } from "@/lib/audit/names";
import type { EventLine } from "@/lib/audit/queries";
import { type FieldChange, fieldsOf, isOneSided, isUnchanged, toldAction } from "@/lib/audit/rules";
import { formatInstant } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { Link } from "@/lib/i18n/navigation";
import { EventField } from "./event-field";

type EventListProps = {
  events: EventLine[];
  names: EventNames;
  locale: LocaleId;
  /** Whether each line says what it is about, where that is not the page's own matter. */
  withSubject?: boolean;
};

/** Lines of the log, newest first: who did what and when; each opens to what it was before and what it is since. */
export function EventList({ events, names, locale, withSubject = false }: EventListProps) {
  return (
    <ol className="grid text-sm" reversed>
      {events.map((event) => (
        <li key={event.sequence} className="border-b border-rule py-1 last:border-b-0">
          <Entry event={event} names={names} locale={locale} />
          {withSubject && <Subject event={event} name={names[event.entityId]} locale={locale} />}
        </li>
      ))}
    </ol>
  );
}

type EntryProps = { event: EventLine; names: EventNames; locale: LocaleId };

async function Entry({ event: { at, actorName, action, entityId, change }, names, locale }: EntryProps) {
  const [t, told] = [await getTranslations("log"), toldAction(action, change)];
  const line = (
    <span className="flex flex-wrap gap-x-2">
      <time dateTime={at.toISOString()} className="text-soft">
        {formatInstant(at, locale)}
      </time>
      <bdi>{actorName}</bdi>
      <span>{t.has(told) ? t(told) : told}</span>
    </span>
  );
  // That the change is one of this thing was said already.
  const fields = fieldsOf(change).filter(({ from, to }) => (to ?? from) !== entityId);
  if (fields.length === 0) return <div className="flex min-h-9 items-center">{line}</div>;
  return (
    <details>
      <summary className="flex min-h-9 cursor-pointer list-none items-center justify-between gap-3">
        {line}
        <FoldSign />
      </summary>
      <dl className="grid gap-3 pt-2 pb-3">
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
    </details>
  );
}

/** What the event is about comes before what it changed. */
function inOrder(fields: FieldChange[]): FieldChange[] {
  return [...fields.filter(isUnchanged), ...fields.filter((field) => !isUnchanged(field))];
}

type SubjectProps = { event: EventLine; name?: EventName; locale: LocaleId };

async function Subject({ event: { entity, entityId }, name, locale }: SubjectProps) {
  const t = await getTranslations("eventLog");
  const words = name ? (
    <ForeignText language={name.language ?? locale}>{name.text}</ForeignText>
  ) : (
    <bdi dir="ltr" className="break-all">
      {entityId}
    </bdi>
  );
  return (
    <p className="pb-1 text-soft">
      {t.has(`entities.${entity}`) ? t(`entities.${entity}`) : entity}:{" "}
      {name?.href ? (
        <Link href={name.href} prefetch={false}>
          {words}
        </Link>
      ) : (
        words
      )}
    </p>
  );
}
