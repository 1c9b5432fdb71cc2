import { addressParts, shownHost } from "@/lib/text/shown-host";

/** A web address, from left to right in any text, with its host in letters and set off. Breaks anywhere where it is long. */
export function WebAddress({ address }: { address: string }) {
  const { scheme, host, rest } = addressParts(address);
  return (
    <bdi dir="ltr" translate="no" className="min-w-0 wrap-anywhere">
      {scheme}
      <bdi dir="ltr" className="font-semibold">
        {host}
      </bdi>
      {rest}
    </bdi>
  );
}

/** Where a link leads: the host of its address. */
export function AddressHost({ address }: { address: string }) {
  return (
    <bdi dir="ltr" translate="no" className="text-sm text-soft wrap-anywhere">
      {shownHost(address)}
    </bdi>
  );
}
