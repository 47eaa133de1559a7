package dev.landwaiter.signing.trust.file;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.trust.Authority;
import dev.landwaiter.signing.trust.LogInstance;
import dev.landwaiter.signing.trust.SigningConfig;
import dev.landwaiter.signing.trust.SigningConfig.Group;
import dev.landwaiter.signing.trust.SigningConfig.Selector;
import dev.landwaiter.signing.trust.SigningConfig.Service;
import dev.landwaiter.signing.trust.TrustedRoot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;

/// Writes trusted roots and signing configs in one line of JSON, without a line feed at its end.
public final class TrustFileWriter {
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final JsonWriter json = new JsonWriter(text, JsonStyle.COMPACT.withoutHtmlEscapes());

  private TrustFileWriter() {}

  /// The text of a trusted root. Groups without members are left out.
  public static Bytes trustedRoot(TrustedRoot root) {
    var writer = new TrustFileWriter();
    try {
      writer.write(root);
      writer.json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory takes every byte", e);
    }
    return Bytes.of(writer.text.toByteArray());
  }

  /// The text of a signing config. Lists without members are left out, the two choices never.
  public static Bytes signingConfig(SigningConfig config) {
    var writer = new TrustFileWriter();
    try {
      writer.write(config);
      writer.json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory takes every byte", e);
    }
    return Bytes.of(writer.text.toByteArray());
  }

  private void write(TrustedRoot root) throws IOException {
    json.beginObject().field("mediaType", TrustedRootReader.MEDIA_TYPE);
    logs("tlogs", root.logs());
    authorities("certificateAuthorities", root.certificateAuthorities());
    logs("ctlogs", root.certificateLogs());
    authorities("timestampAuthorities", root.timestampAuthorities());
    json.endObject();
  }

  private void logs(String name, List<LogInstance> logs) throws IOException {
    if (logs.isEmpty()) {
      return;
    }
    json.name(name).beginArray();
    for (LogInstance each : logs) {
      json.beginObject();
      optional("baseUrl", each.baseUrl());
      json.field("hashAlgorithm", "SHA2_256").name("publicKey").beginObject();
      json.field("rawBytes", each.key().spki().toBase64());
      json.field("keyDetails", each.key().details().name());
      window(each.validFor());
      json.endObject().name("logId").beginObject();
      json.field("keyId", each.id().toBase64()).endObject().endObject();
    }
    json.endArray();
  }

  private void authorities(String name, List<Authority> authorities) throws IOException {
    if (authorities.isEmpty()) {
      return;
    }
    json.name(name).beginArray();
    for (Authority each : authorities) {
      json.beginObject().name("subject").beginObject();
      optional("organization", DistinguishedName.first(each.anchor(), "2.5.4.10"));
      optional("commonName", DistinguishedName.first(each.anchor(), "2.5.4.3"));
      json.endObject();
      optional("uri", each.uri());
      json.name("certChain").beginObject().name("certificates").beginArray();
      for (X509Certificate certificate : each.chain()) {
        json.beginObject().field("rawBytes", der(certificate).toBase64()).endObject();
      }
      json.endArray().endObject();
      window(each.validFor());
      json.endObject();
    }
    json.endArray();
  }

  private void write(SigningConfig config) throws IOException {
    json.beginObject().field("mediaType", SigningConfigReader.MEDIA_TYPE);
    services("caUrls", config.certificateAuthorities());
    services("oidcUrls", config.identityProviders());
    group("rekorTlogUrls", "rekorTlogConfig", config.logs());
    group("tsaUrls", "tsaConfig", config.timestampAuthorities());
    json.endObject();
  }

  private void services(String name, List<Service> services) throws IOException {
    if (services.isEmpty()) {
      return;
    }
    json.name(name).beginArray();
    for (Service each : services) {
      json.beginObject().field("url", each.url());
      if (each.majorApiVersion() != 0) {
        json.field("majorApiVersion", each.majorApiVersion());
      }
      window(each.validFor());
      optional("operator", each.operator());
      json.endObject();
    }
    json.endArray();
  }

  private void group(String list, String choice, Group group) throws IOException {
    services(list, group.services());
    json.name(choice).beginObject();
    if (group.selector() != Selector.UNDEFINED) {
      json.field("selector", group.selector().name());
    }
    if (group.count() != 0) {
      json.field("count", group.count());
    }
    json.endObject();
  }

  private void window(Window window) throws IOException {
    if (window.equals(Window.OPEN)) {
      return;
    }
    json.name("validFor").beginObject();
    if (window.start().isPresent()) {
      json.field("start", window.start().get().toString());
    }
    if (window.end().isPresent()) {
      json.field("end", window.end().get().toString());
    }
    json.endObject();
  }

  private void optional(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.field(name, value);
    }
  }

  private static Bytes der(X509Certificate certificate) {
    try {
      return Bytes.of(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read keeps its bytes", e);
    }
  }
}
