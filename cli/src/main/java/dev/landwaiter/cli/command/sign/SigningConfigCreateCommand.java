package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.signing.trust.SigningConfig;
import dev.landwaiter.signing.trust.SigningConfig.Group;
import dev.landwaiter.signing.trust.SigningConfig.Selector;
import dev.landwaiter.signing.trust.SigningConfig.Service;
import dev.landwaiter.signing.trust.file.SigningConfigReader;
import dev.landwaiter.signing.trust.file.TrustFileWriter;
import dev.landwaiter.signing.trust.tuf.TrustRoots.Found;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Writes a signing config.
public final class SigningConfigCreateCommand extends CosignCommand {
  private static final Set<String> REQUIRED =
      Set.of("url", "api-version", "start-time", "operator");
  private static final Set<String> KNOWN =
      Set.of("url", "api-version", "start-time", "end-time", "operator");

  private static final Flag FULCIO = service("fulcio", "certificate authority");
  private static final Flag OIDC = service("oidc-provider", "identity provider");
  private static final Flag REKOR = service("rekor", "transparency log");
  private static final Flag TSA = service("tsa", "timestamp authority");
  private static final Flag REKOR_CHOICE = choice("rekor-config", "transparency logs");
  private static final Flag TSA_CHOICE = choice("tsa-config", "timestamp authorities");
  private static final Flag BASE = CosignFlags.text("base-config", "signing config to begin with");
  private static final Flag DEFAULTS =
      CosignFlags.toggle("with-default-services", "begin with what is used without a file");
  private static final Flag DEFAULTS_V2 =
      CosignFlags.toggle(
          "with-default-rekor-v2",
          "begin with what is used without a file, with logs of version 2");
  private static final Flag NO_FULCIO = without("fulcio", "certificate authorities");
  private static final Flag NO_OIDC = without("oidc", "identity providers");
  private static final Flag NO_REKOR = without("rekor", "transparency logs");
  private static final Flag NO_TSA = without("tsa", "timestamp authorities");
  private static final Flag OUT =
      CosignFlags.text("out", "write to this file instead of standard output");

  /// @param cosign whether it answers as cosign does
  public SigningConfigCreateCommand(boolean cosign) {
    super(cosign, "signing-config create", "Write a signing config", "[flags]");
  }

  private static Flag service(String name, String what) {
    return Flag.repeated(name, what + ": url=…,api-version=N,start-time=…[,end-time=…],operator=…")
        .key("signing." + name);
  }

  private static Flag choice(String name, String what) {
    return CosignFlags.text(name, "how many " + what + " are used: ANY, ALL or EXACT:N");
  }

  private static Flag without(String name, String what) {
    return CosignFlags.toggle("no-default-" + name, "leave out the " + what + " of the beginning");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        new FlagGroup(
            "Flags",
            FULCIO,
            OIDC,
            REKOR,
            REKOR_CHOICE,
            TSA,
            TSA_CHOICE,
            BASE,
            DEFAULTS,
            DEFAULTS_V2,
            NO_FULCIO,
            NO_OIDC,
            NO_REKOR,
            NO_TSA,
            OUT));
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    if (!invocation.arguments().isEmpty()) {
      throw new UsageException("signing-config create takes no arguments");
    }
    SigningConfig base = base(invocation);
    var config =
        new SigningConfig(
            services(values, FULCIO, values.flag(NO_FULCIO), base.certificateAuthorities()),
            services(values, OIDC, values.flag(NO_OIDC), base.identityProviders()),
            group(values, REKOR, REKOR_CHOICE, values.flag(NO_REKOR) ? Group.NONE : base.logs()),
            group(
                values,
                TSA,
                TSA_CHOICE,
                values.flag(NO_TSA) ? Group.NONE : base.timestampAuthorities()));
    TrustFiles.write(invocation, values.text(OUT), TrustFileWriter.signingConfig(config));
    return 0;
  }

  private SigningConfig base(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    String file = values.text(BASE);
    boolean tiles = values.flag(DEFAULTS_V2);
    boolean defaults = values.flag(DEFAULTS);
    if (!file.isEmpty() && (defaults || tiles)) {
      throw new UsageException(
          "--base-config excludes --with-default-services and --with-default-rekor-v2");
    }
    if (!file.isEmpty()) {
      return SigningConfigReader.read(file, TrustFiles.read(invocation, file));
    }
    if (!defaults && !tiles) {
      return SigningConfig.NOTHING;
    }
    try (TrustAccess access = TrustAccess.of(invocation)) {
      Found<SigningConfig> found = access.roots(cosign()).signingConfig(tiles);
      access.tell(found.origin());
      return found.content();
    }
  }

  private static List<Service> services(
      Values values, Flag flag, boolean without, List<Service> base) throws UsageException {
    List<Service> all = new ArrayList<>(without ? List.of() : base);
    for (String each : values.repeated(flag)) {
      Spec spec = Spec.parse(flag.name(), each, KNOWN, REQUIRED);
      all.add(
          new Service(
              spec.text("url"),
              number(flag.name() + ": api-version", spec.text("api-version")),
              spec.window(),
              spec.text("operator")));
    }
    return all;
  }

  private static Group group(Values values, Flag list, Flag choice, Group base)
      throws UsageException {
    List<Service> services = services(values, list, false, base.services());
    String how = values.text(choice);
    if (how.isEmpty()) {
      if (!values.repeated(list).isEmpty()) {
        throw new UsageException("--%s wants --%s".formatted(list.name(), choice.name()));
      }
      return new Group(services, base.selector(), base.count());
    }
    if (how.startsWith("EXACT:")) {
      return new Group(
          services, Selector.EXACT, number(choice.name(), how.substring("EXACT:".length())));
    }
    return switch (how) {
      case "ANY" -> new Group(services, Selector.ANY, 0);
      case "ALL" -> new Group(services, Selector.ALL, 0);
      default ->
          throw new UsageException(
              "--%s: '%s' is neither ANY nor ALL nor EXACT:N".formatted(choice.name(), how));
    };
  }

  private static int number(String what, String text) throws UsageException {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new UsageException("--%s: '%s' is no whole number from 1 on".formatted(what, text));
  }
}
