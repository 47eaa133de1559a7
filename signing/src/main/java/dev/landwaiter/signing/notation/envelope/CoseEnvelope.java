package dev.landwaiter.signing.notation.envelope;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.notation.SignatureAlgorithm;
import dev.landwaiter.signing.notation.SignedEnvelope;
import dev.landwaiter.signing.notation.envelope.CborReader.Item;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The envelope in CBOR (signature envelope COSE; RFC 9052, 4.2).
final class CoseEnvelope {
  private static final int SIGN1 = 18;
  private static final int TIME = 1;
  private static final int ALGORITHM = 1;
  private static final int CRITICAL = 2;
  private static final int CONTENT_TYPE = 3;
  private static final int CERTIFICATES = 33;

  private CoseEnvelope() {}

  static SignedEnvelope read(Bytes envelope) throws RefusedException {
    if (!(CborReader.only(envelope) instanceof Item.Tagged(long tag, Item.Sequence parts))
        || tag != SIGN1
        || parts.items().size() != 4
        || !(parts.items().get(0) instanceof Item.Blob(Bytes protectedBytes))
        || !(parts.items().get(1) instanceof Item.Mapping open)
        || !(parts.items().get(2) instanceof Item.Blob(Bytes payload))
        || !(parts.items().get(3) instanceof Item.Blob(Bytes signature))) {
      throw Header.wrong("it is no message with one signature");
    }
    if (!(CborReader.only(protectedBytes) instanceof Item.Mapping header)) {
      throw Header.wrong("its protected header is no map");
    }
    for (Item each : open.members().keySet()) {
      if (header.members().containsKey(each)) {
        throw Header.wrong("a member stands in both headers");
      }
    }
    Map<Item, Item> labels = header.members();
    Header rules =
        new Header(
            algorithm(labels),
            text(labels, new Item.Number(CONTENT_TYPE)),
            critical(labels),
            names(labels),
            new Labels(labels));
    Item timestamp = open.members().get(new Item.Text(Header.TIMESTAMP));
    if (timestamp != null && !(timestamp instanceof Item.Blob)) {
      throw Header.wrong("its timestamp is no byte string");
    }
    Optional<Bytes> token =
        timestamp instanceof Item.Blob(Bytes der) ? Optional.of(der) : Optional.empty();
    Item agent = open.members().get(new Item.Text(Header.AGENT));
    return new SignedEnvelope(
        rules.algorithm(),
        signed(protectedBytes, payload),
        signature,
        chain(open.members()),
        payload,
        rules.attributes(token, agent instanceof Item.Text(String name) ? name : ""));
  }

  private static SignatureAlgorithm algorithm(Map<Item, Item> labels) throws RefusedException {
    if (labels.get(new Item.Number(ALGORITHM)) instanceof Item.Number(long number)) {
      Optional<SignatureAlgorithm> known = SignatureAlgorithm.numbered(number);
      if (known.isPresent()) {
        return known.get();
      }
    }
    throw Header.wrong("an algorithm that is not permitted");
  }

  private static List<String> critical(Map<Item, Item> labels) throws RefusedException {
    if (!(labels.get(new Item.Number(CRITICAL)) instanceof Item.Sequence list)) {
      throw Header.wrong("it has no list of what is critical");
    }
    List<String> all = new ArrayList<>();
    for (Item each : list.items()) {
      all.add(name(each));
    }
    return all;
  }

  private static Set<String> names(Map<Item, Item> labels) {
    Set<String> names = new LinkedHashSet<>();
    for (Item each : labels.keySet()) {
      names.add(name(each));
    }
    return names;
  }

  /// A label as a name; numbers are names that nobody else uses.
  private static String name(Item label) {
    return label instanceof Item.Text(String text) ? text : "#" + label;
  }

  private static String text(Map<Item, Item> labels, Item label) throws RefusedException {
    if (labels.get(label) instanceof Item.Text(String text)) {
      return text;
    }
    throw Header.wrong("'%s' is no text".formatted(name(label)));
  }

  private static List<Bytes> chain(Map<Item, Item> labels) throws RefusedException {
    Item held = labels.get(new Item.Number(CERTIFICATES));
    List<Item> all =
        switch (held) {
          case Item.Sequence list -> list.items();
          case Item.Blob one -> List.of(one);
          case null, default -> throw Header.wrong("it has no certificates");
        };
    List<Bytes> chain = new ArrayList<>();
    for (Item each : all) {
      if (!(each instanceof Item.Blob(Bytes der))) {
        throw Header.wrong("a certificate that is no byte string");
      }
      chain.add(der);
    }
    if (chain.isEmpty() || chain.size() > Envelopes.MOST_CERTIFICATES) {
      throw Header.wrong("%d certificates".formatted(chain.size()));
    }
    return chain;
  }

  /// The bytes that the signature is over (RFC 9052, 4.4): `["Signature1", header, h'', payload]`.
  static Bytes signed(Bytes header, Bytes payload) {
    return Bytes.of(new byte[] {(byte) 0x84, 0x6a})
        .plus(Bytes.utf8("Signature1"))
        .plus(blob(header))
        .plus(Bytes.of(new byte[] {0x40}))
        .plus(blob(payload));
  }

  private static Bytes blob(Bytes content) {
    int size = content.size();
    Bytes head;
    if (size < 24) {
      head = Bytes.of(new byte[] {(byte) (0x40 | size)});
    } else if (size < 1 << 8) {
      head = Bytes.of(new byte[] {0x58, (byte) size});
    } else if (size < 1 << 16) {
      head = Bytes.of(new byte[] {0x59, (byte) (size >> 8), (byte) size});
    } else {
      head =
          Bytes.of(
              new byte[] {
                0x5a, (byte) (size >> 24), (byte) (size >> 16), (byte) (size >> 8), (byte) size
              });
    }
    return head.plus(content);
  }

  private record Labels(Map<Item, Item> labels) implements Header.Members {
    @Override
    public String text(String name) throws RefusedException {
      return CoseEnvelope.text(labels, new Item.Text(name));
    }

    @Override
    public Instant time(String name) throws RefusedException {
      if (labels.get(new Item.Text(name)) instanceof Item.Tagged(long tag, Item.Number seconds)
          && tag == TIME) {
        try {
          return Instant.ofEpochSecond(seconds.value());
        } catch (DateTimeException e) {
          // Told below.
        }
      }
      throw Header.wrong("'%s' is no time".formatted(name));
    }
  }
}
