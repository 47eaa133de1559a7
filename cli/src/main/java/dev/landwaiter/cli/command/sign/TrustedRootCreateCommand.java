package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.signing.trust.Authority;
import dev.landwaiter.signing.trust.LogInstance;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.file.TrustFileWriter;
import dev.landwaiter.signing.trust.file.TrustedRootParts;
import dev.landwaiter.signing.trust.tuf.TrustRoots.Found;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Writes a trusted root.
public final class TrustedRootCreateCommand extends CosignCommand {
  private static final Set<String> CHAIN =
      Set.of("url", "certificate-chain", "start-time", "end-time");
  private static final Set<String> KEY = Set.of("url", "public-key", "start-time", "end-time");
  private static final Set<String> REKOR =
      Set.of("url", "public-key", "start-time", "end-time", "origin");
  private static final Set<String> CHAIN_REQUIRED = Set.of("url", "certificate-chain");
  private static final Set<String> KEY_REQUIRED = Set.of("url", "public-key", "start-time");

  private static final Flag FULCIO =
      repeated(
          "fulcio",
          "certificate authority: url=…,certificate-chain=FILE[,start-time=…][,end-time=…]");
  private static final Flag REKOR_LOG =
      repeated(
          "rekor",
          "transparency log: url=…,public-key=FILE,start-time=…[,end-time=…][,origin=…]; an"
              + " origin makes it one of version 2");
  private static final Flag CTFE =
      repeated("ctfe", "log of certificates: url=…,public-key=FILE,start-time=…[,end-time=…]");
  private static final Flag TSA =
      repeated(
          "tsa", "timestamp authority: url=…,certificate-chain=FILE[,start-time=…][,end-time=…]");
  private static final Flag DEFAULTS =
      CosignFlags.toggle("with-default-services", "begin with what is trusted without a file");
  private static final Flag NO_FULCIO = without("fulcio", "certificate authorities");
  private static final Flag NO_CTFE = without("ctfe", "logs of certificates");
  private static final Flag NO_REKOR = without("rekor", "transparency logs");
  private static final Flag NO_TSA = without("tsa", "timestamp authorities");
  private static final Flag OUT =
      CosignFlags.text("out", "write to this file instead of standard output");

  /// @param cosign whether it answers as cosign does
  public TrustedRootCreateCommand(boolean cosign) {
    super(cosign, "trusted-root create", "Write a trusted root", "[flags]");
  }

  private static Flag repeated(String name, String help) {
    return Flag.repeated(name, help).key("signing." + name);
  }

  private static Flag without(String name, String what) {
    return CosignFlags.toggle(
        "no-default-" + name, "leave out the " + what + " that are trusted without a file");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        new FlagGroup(
            "Flags", FULCIO, REKOR_LOG, CTFE, TSA, DEFAULTS, NO_FULCIO, NO_CTFE, NO_REKOR, NO_TSA,
            OUT));
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    if (!invocation.arguments().isEmpty()) {
      throw new UsageException("trusted-root create takes no arguments");
    }
    List<Authority> authorities = new ArrayList<>();
    List<LogInstance> logs = new ArrayList<>();
    List<LogInstance> certificateLogs = new ArrayList<>();
    List<Authority> timestamps = new ArrayList<>();
    if (values.flag(DEFAULTS)) {
      TrustedRoot base = defaults(invocation);
      take(values.flag(NO_FULCIO), base.certificateAuthorities(), authorities);
      take(values.flag(NO_REKOR), base.logs(), logs);
      take(values.flag(NO_CTFE), base.certificateLogs(), certificateLogs);
      take(values.flag(NO_TSA), base.timestampAuthorities(), timestamps);
    }
    for (String each : values.repeated(FULCIO)) {
      Spec spec = Spec.parse("fulcio", each, CHAIN, CHAIN_REQUIRED);
      String file = spec.text("certificate-chain");
      authorities.add(
          TrustedRootParts.certificateAuthority(
              file, spec.text("url"), TrustFiles.read(invocation, file), spec.window()));
    }
    for (String each : values.repeated(REKOR_LOG)) {
      logs.add(log(invocation, Spec.parse("rekor", each, REKOR, KEY_REQUIRED)));
    }
    for (String each : values.repeated(CTFE)) {
      certificateLogs.add(log(invocation, Spec.parse("ctfe", each, KEY, KEY_REQUIRED)));
    }
    for (String each : values.repeated(TSA)) {
      Spec spec = Spec.parse("tsa", each, CHAIN, CHAIN_REQUIRED);
      String file = spec.text("certificate-chain");
      timestamps.add(
          TrustedRootParts.timestampAuthority(
              file, spec.text("url"), TrustFiles.read(invocation, file), spec.window()));
    }
    var root = new TrustedRoot(logs, certificateLogs, authorities, timestamps);
    if (root.equals(TrustedRoot.NOTHING)) {
      String why = "nothing is given that could be trusted: see --help";
      if (!cosign()) {
        throw new UsageException(why);
      }
      invocation.log().warn(why);
    }
    TrustFiles.write(invocation, values.text(OUT), TrustFileWriter.trustedRoot(root));
    return 0;
  }

  private static <T> void take(boolean without, List<T> from, List<T> into) {
    if (!without) {
      into.addAll(from);
    }
  }

  private TrustedRoot defaults(Invocation invocation) throws UsageException, IOException {
    try (TrustAccess access = TrustAccess.of(invocation)) {
      Found<TrustedRoot> found = access.roots(cosign()).trustedRoot();
      access.tell(found.origin());
      return found.content();
    }
  }

  private static LogInstance log(Invocation invocation, Spec spec)
      throws UsageException, IOException {
    String file = spec.text("public-key");
    return TrustedRootParts.log(
        file,
        spec.text("url"),
        TrustFiles.read(invocation, file),
        spec.window(),
        spec.text("origin"));
  }
}
