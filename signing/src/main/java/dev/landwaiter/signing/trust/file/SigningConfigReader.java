package dev.landwaiter.signing.trust.file;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.ProtoFields;
import dev.landwaiter.signing.trust.SigningConfig;
import dev.landwaiter.signing.trust.SigningConfig.Group;
import dev.landwaiter.signing.trust.SigningConfig.Selector;
import dev.landwaiter.signing.trust.SigningConfig.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a signing config (sigstore protobuf-specs, `SigningConfig`) in the form 0.2. Members that
/// are not known are passed over: it says whom to ask, not whom to trust.
public final class SigningConfigReader {
  /// The media type of the form that is read and written.
  public static final String MEDIA_TYPE = "application/vnd.dev.sigstore.signingconfig.v0.2+json";

  private SigningConfigReader() {}

  /// Reads its text.
  ///
  /// @param where the name of the text, for messages
  /// @throws RefusedException with PARSE or LIMIT
  public static SigningConfig read(String where, Bytes text) throws RefusedException {
    return of(ProtoFields.parse(where, text));
  }

  /// Reads one that stands inside another document.
  static SigningConfig of(ProtoFields config) throws RefusedException {
    String mediaType = config.text("mediaType");
    if (!mediaType.equals(MEDIA_TYPE)) {
      throw new RefusedException(
          FailureClass.PARSE,
          config.at("mediaType") + ": '" + mediaType + "' is not that of a signing config",
          MEDIA_TYPE,
          mediaType);
    }
    return new SigningConfig(
        services(config, "caUrls"),
        services(config, "oidcUrls"),
        group(config, "rekorTlogUrls", "rekorTlogConfig"),
        group(config, "tsaUrls", "tsaConfig"));
  }

  private static List<Service> services(ProtoFields config, String name) throws RefusedException {
    List<Service> all = new ArrayList<>();
    for (ProtoFields each : config.objects(name)) {
      String url = each.text("url");
      if (url.isEmpty()) {
        throw each.wrong("url is missing");
      }
      all.add(
          new Service(
              url, small(each, "majorApiVersion"), each.window("validFor"), each.text("operator")));
    }
    return all;
  }

  private static Group group(ProtoFields config, String list, String choice)
      throws RefusedException {
    List<Service> services = services(config, list);
    Optional<ProtoFields> how = config.fields(choice);
    if (how.isEmpty()) {
      return new Group(services, Selector.UNDEFINED, 0);
    }
    Selector selector = selector(how.get());
    int count = small(how.get(), "count");
    if (selector == Selector.EXACT && count == 0) {
      throw how.get().wrong("EXACT needs a count from 1 on");
    }
    return new Group(services, selector, selector == Selector.EXACT ? count : 0);
  }

  private static Selector selector(ProtoFields how) throws RefusedException {
    String word =
        how.member("selector")
            .map(value ->
                switch (value) {
                  case StringValue text -> text.text();
                  case NumberValue number -> number.text();
                  default -> "?";
                })
            .orElse("SERVICE_SELECTOR_UNDEFINED");
    return switch (word) {
      case "SERVICE_SELECTOR_UNDEFINED", "0" -> Selector.UNDEFINED;
      case "ALL", "1" -> Selector.ALL;
      case "ANY", "2" -> Selector.ANY;
      case "EXACT", "3" -> Selector.EXACT;
      default ->
          throw new RefusedException(
              FailureClass.PARSE,
              how.at("selector") + ": '" + word + "' is not known",
              "ANY, ALL or EXACT",
              word);
    };
  }

  private static int small(ProtoFields in, String name) throws RefusedException {
    long number = in.number(name);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw in.wrong(name + ": " + number + " is out of its range");
    }
    return (int) number;
  }
}
