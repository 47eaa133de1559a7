package dev.landwaiter.policy.gatekeeper.cel.function;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/// A format that Kubernetes knows by name. What it says of mistakes is what Kubernetes says.
enum NamedFormat {
  DNS_1123_LABEL("dns1123Label"),
  DNS_1123_SUBDOMAIN("dns1123Subdomain"),
  DNS_1035_LABEL("dns1035Label"),
  QUALIFIED_NAME("qualifiedName"),
  DNS_1123_LABEL_PREFIX("dns1123LabelPrefix"),
  DNS_1123_SUBDOMAIN_PREFIX("dns1123SubdomainPrefix"),
  DNS_1035_LABEL_PREFIX("dns1035LabelPrefix"),
  LABEL_VALUE("labelValue"),
  URI("uri"),
  UUID_TEXT("uuid"),
  BYTE("byte"),
  DATE("date"),
  DATE_TIME("datetime");

  private final String text;

  NamedFormat(String text) {
    this.text = text;
  }

  /// The name expressions use.
  String text() {
    return text;
  }

  /// What is wrong with a value; nothing when it has the format.
  List<String> mistakes(String value) {
    return switch (this) {
      case DNS_1123_LABEL -> NameRules.label(value);
      case DNS_1123_SUBDOMAIN -> NameRules.subdomain(value);
      case DNS_1035_LABEL -> NameRules.strictLabel(value);
      case QUALIFIED_NAME -> NameRules.qualifiedName(value);
      case DNS_1123_LABEL_PREFIX -> NameRules.label(prefix(value));
      case DNS_1123_SUBDOMAIN_PREFIX -> NameRules.subdomain(prefix(value));
      case DNS_1035_LABEL_PREFIX -> NameRules.strictLabel(prefix(value));
      case LABEL_VALUE -> NameRules.labelValue(value);
      case URI -> uri(value);
      case UUID_TEXT -> uuid(value);
      case BYTE -> base64(value);
      case DATE -> date(value);
      case DATE_TIME -> dateTime(value);
    };
  }

  /// A prefix may end in a dash, since something follows.
  private static String prefix(String text) {
    return text.length() > 1 && text.endsWith("-")
        ? text.substring(0, text.length() - 2) + "a"
        : text;
  }

  private static List<String> uri(String text) {
    return Urls.url(new Item.Text(text)) instanceof Item.Failure failure
        ? List.of(failure.message().substring(failure.message().indexOf(": ") + 2))
        : List.of();
  }

  private static List<String> uuid(String text) {
    try {
      boolean dashed = text.length() == 36;
      String full =
          text.length() == 32
              ? text.substring(0, 8)
                  + "-"
                  + text.substring(8, 12)
                  + "-"
                  + text.substring(12, 16)
                  + "-"
                  + text.substring(16, 20)
                  + "-"
                  + text.substring(20)
              : text;
      boolean same =
          (dashed || text.length() == 32)
              && UUID.fromString(full).toString().equalsIgnoreCase(full);
      return same ? List.of() : List.of("does not match the UUID format");
    } catch (IllegalArgumentException e) {
      return List.of("does not match the UUID format");
    }
  }

  private static List<String> base64(String text) {
    try {
      var _ = Base64.getDecoder().decode(text);
      return text.length() % 4 == 0 ? List.of() : List.of("invalid base64");
    } catch (IllegalArgumentException e) {
      return List.of("invalid base64");
    }
  }

  private static List<String> date(String text) {
    try {
      var _ = LocalDate.parse(text);
      return text.length() == 10 ? List.of() : List.of("invalid date");
    } catch (DateTimeException e) {
      return List.of("invalid date");
    }
  }

  private static List<String> dateTime(String text) {
    return Calendar.instant(text).isPresent() ? List.of() : List.of("invalid datetime");
  }
}
