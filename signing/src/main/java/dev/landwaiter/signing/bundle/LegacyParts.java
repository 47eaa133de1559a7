package dev.landwaiter.signing.bundle;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.encoding.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pieces that cosign 1 and 2 put beside a signature: the log entry, the timestamp, and
/// certificates or keys in PEM.
public final class LegacyParts {
  private static final int LARGEST_TIMESTAMP = 1 << 20;
  private static final String CERTIFICATE = "CERTIFICATE";

  private LegacyParts() {}

  /// The log entry: `{"SignedEntryTimestamp":…,"Payload":{body, integratedTime, logIndex, logID}}`.
  /// Neither kind nor proof are in it.
  public static LogEntry entry(String where, Bytes json) throws RefusedException {
    return entry(where, StrictJson.parse(where, json));
  }

  static LogEntry entry(String where, Value value) throws RefusedException {
    ObjectValue entry = object(where, value);
    ObjectValue payload =
        object(
            where + ".Payload",
            entry.get("Payload").orElseThrow(() -> wrong(where, "'Payload' is missing")));
    Bytes promise =
        Base64Text.strict(
            where + ".SignedEntryTimestamp", text(where, entry, "SignedEntryTimestamp"));
    if (promise.isEmpty()) {
      throw new RefusedException(
          FailureClass.LOG, where + ": the log entry carries no promise of the log");
    }
    Bytes body = Base64Text.strict(where + ".Payload.body", text(where, payload, "body"));
    String id = text(where, payload, "logID");
    Bytes logId = hex(where + ".Payload.logID", id);
    if (!logId.toHex().equals(id)) {
      // The promise is over the text of the id, which is in lower case.
      throw wrong(where, "the log's id is not in lower case");
    }
    if (body.isEmpty() || logId.isEmpty()) {
      throw wrong(where, "the body or the log's id is missing");
    }
    return new LogEntry(
        natural(where, payload, "logIndex"),
        logId,
        "",
        "",
        natural(where, payload, "integratedTime"),
        Optional.of(promise),
        Optional.empty(),
        body);
  }

  /// A signature file: Base64, or the bytes themselves where it is none.
  ///
  /// @throws RefusedException with PARSE when it is empty
  public static Bytes signature(String where, Bytes file) throws RefusedException {
    if (file.isEmpty()) {
      throw wrong(where, "the signature is missing");
    }
    for (int i = 0; i < file.size(); i++) {
      int octet = file.at(i);
      // A signature by itself holds other bytes than the text of one ever does.
      if (octet >= 0x7f || (octet < ' ' && octet != '\n' && octet != '\r' && octet != '\t')) {
        return file;
      }
    }
    return Base64Text.file(where, file.toText());
  }

  /// The whole response of a timestamp authority: `{"SignedRFC3161Timestamp":…}`.
  public static Bytes timestamp(String where, Bytes json) throws RefusedException {
    ObjectValue object = object(where, StrictJson.parse(where, json));
    Bytes response =
        Base64Text.strict(
            where + ".SignedRFC3161Timestamp", text(where, object, "SignedRFC3161Timestamp"));
    if (response.isEmpty()) {
      throw wrong(where, "the timestamp is empty");
    }
    if (response.size() > LARGEST_TIMESTAMP) {
      throw new RefusedException(FailureClass.LIMIT, where + ": a timestamp of more than 1 MiB");
    }
    return response;
  }

  /// A certificate, or a public key: PEM, or PEM in Base64 once more. Only the first block counts,
  /// as in cosign.
  public static Evidence.Signer signer(String where, String text) throws RefusedException {
    List<Pem> blocks = blocks(where, text);
    Pem first = blocks.getFirst();
    return switch (first.label()) {
      case CERTIFICATE -> new Evidence.Signer.Certificate(first.content(), List.of());
      case "PUBLIC KEY" -> new Evidence.Signer.ClaimedKey(first.content());
      default ->
          throw new RefusedException(
              FailureClass.PARSE,
              where + ": neither a certificate nor a public key",
              CERTIFICATE,
              first.label());
    };
  }

  /// What a chain can give: every certificate but the last, which would be a root and is never
  /// taken from material.
  public static List<Bytes> intermediates(String where, String chain) throws RefusedException {
    List<Bytes> all = new ArrayList<>();
    for (Pem each : blocks(where, chain)) {
      if (!each.label().equals(CERTIFICATE)) {
        throw wrong(where, "a block '" + each.label() + "' among certificates");
      }
      all.add(each.content());
    }
    if (all.size() > 32) {
      throw new RefusedException(FailureClass.LIMIT, where + ": more than 32 certificates");
    }
    return all.subList(0, all.size() - 1);
  }

  private static List<Pem> blocks(String where, String text) throws RefusedException {
    String pem =
        text.contains("-----BEGIN ") ? text : Base64Text.file(where, text.strip()).toText();
    List<Pem> blocks = Pem.blocks(where, pem);
    if (blocks.isEmpty()) {
      throw wrong(where, "no PEM block");
    }
    return blocks;
  }

  static ObjectValue object(String where, Value value) throws RefusedException {
    if (value instanceof ObjectValue object) {
      return object;
    }
    throw wrong(where, "an object was expected");
  }

  /// A text, or empty where absent or null.
  static String text(String where, ObjectValue object, String name) throws RefusedException {
    Value value = object.get(name).orElse(NullValue.NULL);
    return switch (value) {
      case StringValue text -> text.text();
      case NullValue nothing -> "";
      default -> throw wrong(where + "." + name, "a text was expected");
    };
  }

  private static long natural(String where, ObjectValue object, String name)
      throws RefusedException {
    Value value = object.get(name).orElse(NullValue.NULL);
    if (value instanceof NumberValue number) {
      long whole = number.toLong().orElse(-1);
      if (whole >= 0) {
        return whole;
      }
    } else if (value instanceof NullValue) {
      return 0;
    }
    throw wrong(where + "." + name, "a whole number of 0 or more was expected");
  }

  private static Bytes hex(String where, String digits) throws RefusedException {
    try {
      return Bytes.hex(digits);
    } catch (IllegalArgumentException e) {
      throw wrong(where, "not in hexadecimal digits");
    }
  }

  static RefusedException wrong(String where, String why) {
    return new RefusedException(FailureClass.PARSE, where + ": " + why);
  }
}
