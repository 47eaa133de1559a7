package dev.landwaiter.signing.key.token;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.key.TokenUri;
import dev.landwaiter.signing.key.token.NativeModule.Call;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A token that a module sees (`CK_TOKEN_INFO`).
public record Token(long slot, String label, String manufacturer, String model, String serial) {
  private static final int MOST = 1_000;

  /// The tokens of a module.
  ///
  /// @param module an absolute path
  public static List<Token> all(String module) throws RefusedException {
    return all(NativeModule.load(module));
  }

  static List<Token> all(NativeModule module) throws RefusedException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment count = arena.allocate(ValueLayout.JAVA_LONG);
      count.set(ValueLayout.JAVA_LONG, 0, MOST);
      MemorySegment slots = arena.allocate(ValueLayout.JAVA_LONG, MOST);
      module.call(Call.GET_SLOT_LIST, (byte) 1, slots, count);
      List<Token> all = new ArrayList<>();
      for (int i = 0; i < count.get(ValueLayout.JAVA_LONG, 0); i++) {
        long slot = slots.getAtIndex(ValueLayout.JAVA_LONG, i);
        MemorySegment info = arena.allocate(512, 8);
        module.call(Call.GET_TOKEN_INFO, slot, info);
        all.add(
            new Token(
                slot,
                text(info, 0, 32),
                text(info, 32, 32),
                text(info, 64, 16),
                text(info, 80, 16)));
      }
      return all;
    }
  }

  /// Padded with blanks, without an end mark.
  private static String text(MemorySegment info, int from, int size) {
    byte[] bytes = info.asSlice(from, size).toArray(ValueLayout.JAVA_BYTE);
    return new String(bytes, StandardCharsets.UTF_8).stripTrailing().replace("\0", "");
  }

  /// Whether a URI means this token; what it does not say fits.
  boolean fits(TokenUri uri) {
    return (uri.slot().isEmpty() || uri.slot().getAsLong() == slot)
        && uri.text("token").map(label::equals).orElse(true)
        && uri.text("manufacturer").map(manufacturer::equals).orElse(true)
        && uri.text("model").map(model::equals).orElse(true)
        && uri.text("serial").map(serial::equals).orElse(true);
  }

  /// A key of a token: its identifier and its label, either of which may be empty.
  public record Key(Bytes id, String label) {
    /// The URI that leads to it.
    ///
    /// @param module the path of the module
    public String uri(Token token, String module) {
      var uri = new StringBuilder("pkcs11:token=").append(escaped(Bytes.utf8(token.label())));
      uri.append(";slot-id=").append(token.slot());
      if (!id.isEmpty()) {
        uri.append(";id=").append(octets(id));
      }
      if (!label.isEmpty()) {
        uri.append(";object=").append(escaped(Bytes.utf8(label)));
      }
      return uri.append("?module-path=").append(escaped(Bytes.utf8(module))).toString();
    }

    private static String octets(Bytes bytes) {
      var text = new StringBuilder();
      for (int i = 0; i < bytes.size(); i++) {
        text.append("%%%02x".formatted(bytes.at(i)));
      }
      return text.toString();
    }

    /// Characters that stand for themselves stay.
    private static String escaped(Bytes bytes) {
      var text = new StringBuilder();
      for (int i = 0; i < bytes.size(); i++) {
        int c = bytes.at(i);
        boolean plain =
            (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "-._~/".indexOf(c) >= 0;
        text.append(plain ? String.valueOf((char) c) : "%%%02x".formatted(c));
      }
      return text.toString();
    }
  }
}
