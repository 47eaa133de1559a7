package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.key.token.Token;
import dev.landwaiter.signing.key.token.TokenModules;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Lists the tokens of a PKCS#11 module, or the keys of a token with the URIs that lead to them.
abstract class TokenCommand extends CosignCommand {
  private static final Flag MODULE =
      CosignFlags.text("module-path", "absolute path of the PKCS#11 module");
  private static final Flag SLOT =
      CosignFlags.text("slot-id", "number of the token's slot").standard("0");
  private static final Flag PIN = CosignFlags.text("pin", "PIN of the token");
  private static final Flag NO_INPUT =
      CosignFlags.toggle("no-input", "ask nobody anything").shorthand("f");

  private final boolean keys;

  TokenCommand(boolean cosign, boolean keys, String name, String summary) {
    super(cosign, "pkcs11-tool " + name, summary, "[flags]");
    this.keys = keys;
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        keys
            ? new FlagGroup("Flags", MODULE, SLOT, PIN, NO_INPUT)
            : new FlagGroup("Flags", MODULE, NO_INPUT));
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    var environment = invocation.world().environment();
    String module = invocation.values().text(MODULE);
    if (module.isEmpty()) {
      module = environment.getOrDefault("COSIGN_PKCS11_MODULE_PATH", "");
    }
    if (module.isEmpty()) {
      throw new UsageException(
          "no PKCS#11 module is named: give --module-path or COSIGN_PKCS11_MODULE_PATH");
    }
    List<Token> tokens = Token.all(module);
    print(invocation, keys ? keys(invocation, module, tokens) : list(module, tokens));
    return 0;
  }

  private static String list(String module, List<Token> tokens) {
    var text = new StringBuilder("Tokens of the PKCS#11 module " + module + "\n");
    for (Token token : tokens) {
      text.append("Token in slot %d\n".formatted(token.slot()));
      text.append("\tLabel: %s\n".formatted(token.label()));
      text.append("\tManufacturer: %s\n".formatted(token.manufacturer()));
      text.append("\tModel: %s\n".formatted(token.model()));
      text.append("\tS/N: %s\n".formatted(token.serial()));
    }
    return text.toString();
  }

  private static String keys(Invocation invocation, String module, List<Token> tokens)
      throws UsageException, IOException {
    long slot = slot(invocation.values().text(SLOT));
    Token token =
        tokens.stream()
            .filter(each -> each.slot() == slot)
            .findFirst()
            .orElseThrow(() -> new UsageException("there is no token in slot " + slot));
    var text =
        new StringBuilder("Keys in slot %d of the PKCS#11 module %s\n".formatted(slot, module));
    int number = 0;
    for (Token.Key key : TokenModules.keys(module, slot, pin(invocation, token))) {
      text.append("Object %d\n".formatted(number++));
      if (!key.label().isEmpty()) {
        text.append("\tLabel: %s\n".formatted(key.label()));
      }
      if (!key.id().isEmpty()) {
        text.append("\tID: %s\n".formatted(key.id().toHex()));
      }
      text.append("\tURI: %s\n".formatted(key.uri(token, module)));
    }
    return text.toString();
  }

  private static Optional<Bytes> pin(Invocation invocation, Token token) throws UsageException {
    String given = invocation.values().text(PIN);
    if (given.isEmpty()) {
      given = invocation.world().environment().getOrDefault("COSIGN_PKCS11_PIN", "");
    }
    if (given.isEmpty() && !invocation.values().flag(NO_INPUT)) {
      given =
          invocation
              .world()
              .terminal()
              .prompt()
              .ask("PIN of the token '" + token.label() + "': ", true)
              .orElse("");
    }
    return given.isEmpty() ? Optional.empty() : Optional.of(Bytes.utf8(given));
  }

  private static long slot(String text) throws UsageException {
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      throw new UsageException("--slot-id '" + text + "' is no number");
    }
  }
}
