/**
 * How many decimal places each currency has: the active list of ISO 4217 (table A.1, published 2024-06-25).
 * Codes without minor units (gold, SDR, testing) are absent, save XXX, "no currency", which stands in with two.
 */

/** An ISO 4217 code such as `EUR`. @category model @since 0.1.0 */
export type CurrencyCode = string

const codesByExponent: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE ' +
    'CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD ' +
    'HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK ' +
    'MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD ' +
    'RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH ' +
    'USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG XXX',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

const exponents: ReadonlyMap<string, number> = new Map(
  Object.entries(codesByExponent).flatMap(([exponent, codes]) =>
    codes.split(' ').map((code): [string, number] => [code, Number(exponent)]),
  ),
)

/**
 * Decimal places of a currency's minor unit (EUR 2, JPY 0, KWD 3, CLF 4), or nothing for a code that ISO 4217 does not list.
 *
 * @example
 * currencyExponent('JPY') // => 0
 * @category model
 * @since 0.1.0
 */
export const currencyExponent = (code: CurrencyCode): number | undefined => exponents.get(code)

/** Whether a text is a currency that ISO 4217 lists with minor units. @example isCurrencyCode('usd') // => false @category model @since 0.1.0 */
export const isCurrencyCode = (code: string): boolean => exponents.has(code)
