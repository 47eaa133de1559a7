package dev.landwaiter.rego.builtin.crypto;

import java.util.Arrays;
import java.util.Optional;

/// What a certified key may be used for, in the order of Go's numbers.
enum KeyPurpose {
  ANY(0, "KeyUsageAny", "2.5.29.37.0"),
  SERVER(1, "KeyUsageServerAuth", "1.3.6.1.5.5.7.3.1"),
  CLIENT(2, "KeyUsageClientAuth", "1.3.6.1.5.5.7.3.2"),
  CODE(3, "KeyUsageCodeSigning", "1.3.6.1.5.5.7.3.3"),
  EMAIL(4, "KeyUsageEmailProtection", "1.3.6.1.5.5.7.3.4"),
  IPSEC_END(5, "KeyUsageIPSECEndSystem", "1.3.6.1.5.5.7.3.5"),
  IPSEC_TUNNEL(6, "KeyUsageIPSECTunnel", "1.3.6.1.5.5.7.3.6"),
  IPSEC_USER(7, "KeyUsageIPSECUser", "1.3.6.1.5.5.7.3.7"),
  TIME(8, "KeyUsageTimeStamping", "1.3.6.1.5.5.7.3.8"),
  OCSP(9, "KeyUsageOCSPSigning", "1.3.6.1.5.5.7.3.9"),
  MICROSOFT_GATED(10, "KeyUsageMicrosoftServerGatedCrypto", "1.3.6.1.4.1.311.10.3.3"),
  NETSCAPE_GATED(11, "KeyUsageNetscapeServerGatedCrypto", "2.16.840.1.113730.4.1"),
  MICROSOFT_COMMERCIAL(12, "KeyUsageMicrosoftCommercialCodeSigning", "1.3.6.1.4.1.311.2.1.22"),
  MICROSOFT_KERNEL(13, "KeyUsageMicrosoftKernelCodeSigning", "1.3.6.1.4.1.311.61.1.1");

  private final int number;
  private final String option;
  private final String oid;

  KeyPurpose(int number, String option, String oid) {
    this.number = number;
    this.option = option;
    this.oid = oid;
  }

  /// The number in Go's x509.
  int number() {
    return number;
  }

  static Optional<KeyPurpose> byOid(String oid) {
    return Arrays.stream(values()).filter(purpose -> purpose.oid.equals(oid)).findFirst();
  }

  /// By the name in the options of policies.
  static Optional<KeyPurpose> byOption(String option) {
    return Arrays.stream(values()).filter(purpose -> purpose.option.equals(option)).findFirst();
  }
}
