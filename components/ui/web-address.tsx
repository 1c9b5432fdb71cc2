import { addressParts, displayHost } from "@/lib/text/display-host";

/**
 * A URL with its host emphasised and decoded from punycode; left to right in any text, and breaking anywhere.
 */
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

/** The host of a link's URL. */
export function AddressHost({ address }: { address: string }) {
  return (
    <bdi dir="ltr" translate="no" className="text-sm text-soft wrap-anywhere">
      {displayHost(address)}
    </bdi>
  );
}
