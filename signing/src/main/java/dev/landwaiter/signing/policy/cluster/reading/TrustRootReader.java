package dev.landwaiter.signing.policy.cluster.reading;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.log.NoteKey;
import dev.landwaiter.signing.policy.cluster.TrustRootDocument;
import dev.landwaiter.signing.policy.cluster.TrustRootDocument.Form;
import dev.landwaiter.signing.policy.cluster.TrustRootDocument.Target;
import dev.landwaiter.signing.trust.Authority;
import dev.landwaiter.signing.trust.LogInstance;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.file.PiecewiseTrust;
import dev.landwaiter.signing.trust.file.TrustedRootParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Reads TrustRoots.
final class TrustRootReader {
  private static final Set<String> SHA256 = Set.of("", "sha-256", "sha256", "SHA256", "SHA2_256");

  private TrustRootReader() {}

  static TrustRootDocument read(String name, Field top) throws RefusedException {
    Field spec = top.require("spec").only("remote", "repository", "sigstoreKeys");
    Field one = spec.exactlyOne("remote", "repository", "sigstoreKeys");
    Form form =
        switch (one.name()) {
          case "remote" -> {
            one.only("root", "mirror", "targets", "trustedRootTarget");
            String mirror = one.requireText("mirror");
            if (!mirror.startsWith("https://") && !mirror.startsWith("http://")) {
              throw one.require("mirror").wrong("an address begins with https:// or http://");
            }
            yield new Form.Remote(bytes(one.require("root")), mirror, target(one));
          }
          case "repository" -> {
            one.only("root", "mirrorFS", "targets", "trustedRootTarget");
            yield new Form.Repository(
                bytes(one.require("root")), bytes(one.require("mirrorFS")), target(one));
          }
          default -> new Form.Keys(keys(one));
        };
    return new TrustRootDocument(name, top.where(), form);
  }

  private static Bytes bytes(Field field) throws RefusedException {
    Bytes content = Base64Text.file(field.where() + ": " + field.path(), field.text());
    if (content.isEmpty()) {
      throw field.wrong("it is empty");
    }
    return content;
  }

  private static Target target(Field field) throws RefusedException {
    String folder = field.text("targets");
    String name = field.text("trustedRootTarget");
    return new Target(
        folder.isEmpty() ? Target.STANDARD.folder() : folder,
        name.isEmpty() ? Target.STANDARD.name() : name);
  }

  private static TrustedRoot keys(Field field) throws RefusedException {
    field.only("certificateAuthorities", "tLogs", "ctLogs", "timestampAuthorities");
    List<Authority> authorities = new ArrayList<>();
    for (Field each : SpecReader.bounded(field, "certificateAuthorities")) {
      Field chain = chain(each);
      authorities.add(
          TrustedRootParts.certificateAuthority(
              chain.where(), each.text("uri"), Bytes.utf8(chain.text()), Window.OPEN));
    }
    if (authorities.isEmpty()) {
      throw field.wrong("at least one authority is wanted in 'certificateAuthorities'");
    }
    List<Authority> stamps = new ArrayList<>();
    for (Field each : SpecReader.bounded(field, "timestampAuthorities")) {
      Field chain = chain(each);
      stamps.add(
          TrustedRootParts.timestampAuthority(
              chain.where(), each.text("uri"), Bytes.utf8(chain.text()), Window.OPEN));
    }
    List<LogInstance> logs = new ArrayList<>();
    for (Field each : SpecReader.bounded(field, "tLogs")) {
      LogInstance log = log(each);
      logs.add(log);
      logs.addAll(byOrigin(log));
    }
    List<LogInstance> certificateLogs = new ArrayList<>();
    for (Field each : SpecReader.bounded(field, "ctLogs")) {
      certificateLogs.add(log(each));
    }
    return new TrustedRoot(logs, certificateLogs, authorities, stamps);
  }

  /// Logs of version 2 are named after their origin and their key: the origin is the host, or all
  /// of the address behind the scheme.
  private static List<LogInstance> byOrigin(LogInstance log) {
    String url = log.baseUrl();
    int host = url.indexOf("://") + 3;
    if (host < 3 || host == url.length()) {
      return List.of();
    }
    String whole = url.substring(host);
    int end = 0;
    while (end < whole.length() && whole.charAt(end) != '/' && whole.charAt(end) != ':') {
      end++;
    }
    List<LogInstance> all = new ArrayList<>();
    for (String origin : new TreeSet<>(List.of(whole, whole.substring(0, end)))) {
      Bytes id = NoteKey.of(origin, log.key()).hash();
      all.add(new LogInstance(url, id, log.key(), log.validFor()));
    }
    return all;
  }

  private static Field chain(Field field) throws RefusedException {
    field.only("subject", "uri", "certChain");
    if (field.has("subject")) {
      Field subject = field.require("subject").only("organization", "commonName");
      subject.text("organization");
      subject.text("commonName");
    }
    return field.require("certChain");
  }

  private static LogInstance log(Field field) throws RefusedException {
    field.only("baseURL", "hashAlgorithm", "publicKey");
    if (!SHA256.contains(field.text("hashAlgorithm"))) {
      throw field.require("hashAlgorithm").wrong("the hash of a log is sha-256");
    }
    Field key = field.require("publicKey");
    Bytes pem =
        key.text().contains("-----BEGIN ")
            ? Bytes.utf8(key.text())
            : Base64Text.file(key.where() + ": " + key.path(), key.text());
    LogInstance log = PiecewiseTrust.log(key.where() + ": " + key.path(), pem);
    return new LogInstance(field.text("baseURL"), log.id(), log.key(), Window.OPEN);
  }
}
