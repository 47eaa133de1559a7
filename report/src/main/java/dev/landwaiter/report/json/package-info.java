/// Reports as JSON, in the shape that scripts know from Trivy (report schema 2).
@NullMarked
package dev.landwaiter.report.json;

import org.jspecify.annotations.NullMarked;
