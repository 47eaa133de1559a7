/// What a scan finds and where: packages, vulnerabilities, severities, verdicts, waivers and the
/// report that holds them.
@NullMarked
package dev.landwaiter.base.finding;

import org.jspecify.annotations.NullMarked;
