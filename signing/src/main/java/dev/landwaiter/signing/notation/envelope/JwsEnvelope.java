package dev.landwaiter.signing.notation.envelope;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.encoding.StrictJson;
import dev.landwaiter.signing.notation.SignatureAlgorithm;
import dev.landwaiter.signing.notation.SignedEnvelope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The envelope in JSON (signature envelope JWS; RFC 7515, 7.2.2).
final class JwsEnvelope {
  private static final String WHERE = "the envelope";
  private static final int SHORTEST_TIME = "2020-01-01T00:00:00Z".length();

  private JwsEnvelope() {}

  static SignedEnvelope read(Bytes text) throws RefusedException {
    Fields envelope = Fields.of(StrictJson.parse(WHERE, text));
    if (envelope.has("signatures")) {
      throw Header.wrong("it is in the form for several signatures");
    }
    String payload = envelope.text("payload");
    String protectedText = envelope.text("protected");
    Fields header =
        Fields.of(
            StrictJson.parse(
                WHERE + ": its protected header",
                Base64Text.url(WHERE + ": its protected header", protectedText)));
    Fields open = Fields.of(envelope.value("header"));
    for (String each : open.names()) {
      if (header.has(each)) {
        throw Header.wrong("'%s' stands in both headers".formatted(each));
      }
    }
    Header rules =
        new Header(
            SignatureAlgorithm.named(header.text("alg"))
                .orElseThrow(() -> Header.wrong("an algorithm that is not permitted")),
            header.text("cty"),
            header.texts("crit"),
            header.names(),
            header);
    Optional<Bytes> timestamp =
        open.has(Header.TIMESTAMP)
            ? Optional.of(Base64Text.strict(WHERE + ": its timestamp", open.text(Header.TIMESTAMP)))
            : Optional.empty();
    String agent = open.has(Header.AGENT) ? open.text(Header.AGENT) : "";
    return new SignedEnvelope(
        rules.algorithm(),
        Bytes.utf8(protectedText + "." + payload),
        Base64Text.url(WHERE + ": its signature", envelope.text("signature")),
        chain(open),
        Base64Text.url(WHERE + ": its payload", payload),
        rules.attributes(timestamp, agent));
  }

  private static List<Bytes> chain(Fields open) throws RefusedException {
    List<String> texts = open.texts("x5c");
    if (texts.isEmpty() || texts.size() > Envelopes.MOST_CERTIFICATES) {
      throw Header.wrong("%d certificates".formatted(texts.size()));
    }
    List<Bytes> chain = new ArrayList<>();
    for (String each : texts) {
      chain.add(Base64Text.strict(WHERE + ": a certificate", each));
    }
    return chain;
  }

  /// The members of one object.
  private record Fields(ObjectValue object) implements Header.Members {
    static Fields of(Value value) throws RefusedException {
      if (value instanceof ObjectValue object) {
        return new Fields(object);
      }
      throw Header.wrong("an object was expected");
    }

    boolean has(String name) {
      return object.get(name).isPresent();
    }

    Set<String> names() {
      Set<String> names = new LinkedHashSet<>();
      for (Value each : object.members().keySet()) {
        if (each instanceof StringValue text) {
          names.add(text.text());
        }
      }
      return names;
    }

    Value value(String name) throws RefusedException {
      return object.get(name).orElseThrow(() -> Header.wrong("no '%s'".formatted(name)));
    }

    List<String> texts(String name) throws RefusedException {
      if (!(value(name) instanceof ArrayValue array)) {
        throw Header.wrong("'%s' is no list".formatted(name));
      }
      List<String> all = new ArrayList<>();
      for (Value each : array.elements()) {
        if (!(each instanceof StringValue text)) {
          throw Header.wrong("'%s' holds something else than texts".formatted(name));
        }
        all.add(text.text());
      }
      return all;
    }

    @Override
    public String text(String name) throws RefusedException {
      if (value(name) instanceof StringValue text) {
        return text.text();
      }
      throw Header.wrong("'%s' is no text".formatted(name));
    }

    @Override
    public Instant time(String name) throws RefusedException {
      String text = text(name);
      try {
        if (text.length() >= SHORTEST_TIME) {
          return OffsetDateTime.parse(text).toInstant();
        }
      } catch (DateTimeException e) {
        // Told below.
      }
      throw Header.wrong("'%s' is no time by RFC 3339".formatted(name));
    }
  }
}
