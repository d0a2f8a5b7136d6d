"""Validates a FHIR R4 collection bundle against rules written from the specification (HL7 FHIR 4.0.1): for each resource that Soleus
writes, which elements it may have, which it must have, how often, which codes they take, and that references lead somewhere.
The official schema is no package of any distribution, so this is the part of it that is used here, and not all of FHIR.

fhir_rules.py BUNDLE: prints what is wrong, a line each, and exits with 1 if anything is.
fhir_rules.py --control BUNDLE: breaks the bundle in many ways and fails unless every one is found."""
import copy
import functools
import json
import re
import sys

DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
DATE_TIME = DATE + r"|\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00))"
INSTANT = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00))"
PRIMITIVES = {
    "string": r"[\s\S]*\S[\s\S]*", "code": r"\S+( \S+)*", "uri": r"\S+", "id": r"[A-Za-z0-9\-.]{1,64}", "date": DATE, "dateTime": DATE_TIME,
    "instant": INSTANT, "base64Binary": r"[A-Za-z0-9+/=\s]+", "xhtml": r"<div xmlns=\"http://www.w3.org/1999/xhtml\">[\s\S]*</div>",
}

# element: (type, least, most); most None is any number; a type in capitals is another structure, "Reference:A|B" names its targets
TYPES = {
    "Coding": {"system": ("uri", 0, 1), "code": ("code", 0, 1), "display": ("string", 0, 1)},
    "CodeableConcept": {"coding": ("Coding", 0, None), "text": ("string", 0, 1)},
    "Period": {"start": ("dateTime", 0, 1), "end": ("dateTime", 0, 1)},
    "Quantity": {"value": ("decimal", 0, 1), "unit": ("string", 0, 1), "system": ("uri", 0, 1), "code": ("code", 0, 1)},
    "Annotation": {"text": ("string", 1, 1)},
    "HumanName": {"text": ("string", 0, 1)},
    "ContactPoint": {"system": ("code", 0, 1), "value": ("string", 0, 1)},
    "Address": {"text": ("string", 0, 1)},
    "Identifier": {"system": ("uri", 0, 1), "value": ("string", 0, 1)},
    "Attester": {"mode": ("code", 1, 1), "time": ("dateTime", 0, 1), "party": ("Reference:Practitioner", 0, 1)},
    "RelatesTo": {"code": ("code", 1, 1), "targetReference": ("Reference:Composition", 1, 1)},
    "CompositionEvent": {"period": ("Period", 0, 1)},
    "Narrative": {"status": ("code", 1, 1), "div": ("xhtml", 1, 1)},
    "Attachment": {"contentType": ("code", 0, 1), "language": ("code", 0, 1), "data": ("base64Binary", 0, 1), "title": ("string", 0, 1), "creation": ("dateTime", 0, 1)},
    "Communication": {"language": ("CodeableConcept", 1, 1)},
    "Qualification": {"code": ("CodeableConcept", 1, 1)},
    "DeviceName": {"name": ("string", 1, 1), "type": ("code", 1, 1)},
    "DocumentContent": {"attachment": ("Attachment", 1, 1)},
    "Restriction": {"period": ("Period", 0, 1)},
    "Diagnosis": {"condition": ("Reference:Condition|Procedure", 1, 1)},
    "Section": {"title": ("string", 0, 1), "code": ("CodeableConcept", 0, 1), "text": ("Narrative", 0, 1)},
    "Item": {"linkId": ("string", 1, 1), "text": ("string", 0, 1), "answer": ("Answer", 0, None)},
    "Answer": {"valueBoolean": ("boolean", 1, 1)},
    "Mitigation": {"action": ("CodeableConcept", 1, 1), "date": ("dateTime", 0, 1), "author": ("Reference:Practitioner", 0, 1)},
    "Component": {"code": ("CodeableConcept", 1, 1), "valueQuantity": ("Quantity", 0, 1)},
}
SUBJECT = ("Reference:Patient", 1, 1)
RESOURCES = {
    "Organization": {"name": ("string", 1, 1), "telecom": ("ContactPoint", 0, None), "address": ("Address", 0, None)},
    "Practitioner": {"active": ("boolean", 0, 1), "name": ("HumanName", 0, None), "telecom": ("ContactPoint", 0, None), "qualification": ("Qualification", 0, None)},
    "Patient": {"identifier": ("Identifier", 0, None), "active": ("boolean", 0, 1), "name": ("HumanName", 0, None), "telecom": ("ContactPoint", 0, None),
                "gender": ("code", 0, 1), "birthDate": ("date", 0, 1), "communication": ("Communication", 0, None)},
    "RelatedPerson": {"patient": SUBJECT, "relationship": ("CodeableConcept", 0, None), "name": ("HumanName", 0, None)},
    "Encounter": {"status": ("code", 1, 1), "class": ("Coding", 1, 1), "subject": ("Reference:Patient", 0, 1), "period": ("Period", 0, 1), "diagnosis": ("Diagnosis", 0, None)},
    "Composition": {"status": ("code", 1, 1), "type": ("CodeableConcept", 1, 1), "subject": ("Reference:Patient", 0, 1), "encounter": ("Reference:Encounter", 0, 1),
                    "date": ("dateTime", 1, 1), "author": ("Reference:Practitioner", 1, None), "title": ("string", 1, 1), "attester": ("Attester", 0, None),
                    "relatesTo": ("RelatesTo", 0, None), "event": ("CompositionEvent", 0, None), "section": ("Section", 0, None)},
    "Consent": {"status": ("code", 1, 1), "scope": ("CodeableConcept", 1, 1), "category": ("CodeableConcept", 1, None), "patient": ("Reference:Patient", 0, 1),
                "dateTime": ("dateTime", 0, 1), "policyRule": ("CodeableConcept", 0, 1)},
    "Condition": {"clinicalStatus": ("CodeableConcept", 0, 1), "code": ("CodeableConcept", 0, 1), "bodySite": ("CodeableConcept", 0, None), "subject": SUBJECT,
                  "onsetDateTime": ("dateTime", 0, 1), "abatementDateTime": ("dateTime", 0, 1), "recordedDate": ("dateTime", 0, 1),
                  "recorder": ("Reference:Practitioner", 0, 1), "note": ("Annotation", 0, None)},
    "MedicationStatement": {"status": ("code", 1, 1), "category": ("CodeableConcept", 0, 1), "medicationCodeableConcept": ("CodeableConcept", 1, 1),
                            "subject": SUBJECT, "effectivePeriod": ("Period", 0, 1), "note": ("Annotation", 0, None)},
    "QuestionnaireResponse": {"status": ("code", 1, 1), "subject": ("Reference:Patient", 0, 1), "authored": ("dateTime", 0, 1),
                              "author": ("Reference:Practitioner", 0, 1), "item": ("Item", 0, None)},
    "Flag": {"status": ("code", 1, 1), "category": ("CodeableConcept", 0, None), "code": ("CodeableConcept", 1, 1), "subject": SUBJECT,
             "period": ("Period", 0, 1), "author": ("Reference:Practitioner", 0, 1)},
    "Procedure": {"status": ("code", 1, 1), "code": ("CodeableConcept", 0, 1), "subject": SUBJECT, "encounter": ("Reference:Encounter", 0, 1),
                  "performedDateTime": ("dateTime", 0, 1), "bodySite": ("CodeableConcept", 0, None), "note": ("Annotation", 0, None)},
    "DetectedIssue": {"status": ("code", 1, 1), "code": ("CodeableConcept", 0, 1), "severity": ("code", 0, 1), "patient": ("Reference:Patient", 0, 1),
                      "identifiedDateTime": ("dateTime", 0, 1), "implicated": ("Reference:Procedure|Flag", 0, None), "detail": ("string", 0, 1),
                      "mitigation": ("Mitigation", 0, None)},
    "Observation": {"status": ("code", 1, 1), "code": ("CodeableConcept", 1, 1), "subject": ("Reference:Patient", 0, 1), "encounter": ("Reference:Encounter", 0, 1),
                    "effectiveDateTime": ("dateTime", 0, 1), "effectivePeriod": ("Period", 0, 1), "valueBoolean": ("boolean", 0, 1), "valueQuantity": ("Quantity", 0, 1), "dataAbsentReason": ("CodeableConcept", 0, 1),
                    "note": ("Annotation", 0, None), "component": ("Component", 0, None)},
    "Device": {"status": ("code", 0, 1), "deviceName": ("DeviceName", 0, None), "type": ("CodeableConcept", 0, 1), "patient": ("Reference:Patient", 0, 1)},
    "DeviceUseStatement": {"status": ("code", 1, 1), "subject": SUBJECT, "timingPeriod": ("Period", 0, 1), "device": ("Reference:Device", 1, 1)},
    "Task": {"status": ("code", 1, 1), "intent": ("code", 1, 1), "description": ("string", 0, 1), "for": ("Reference:Patient", 0, 1),
             "encounter": ("Reference:Encounter", 0, 1), "restriction": ("Restriction", 0, 1)},
    "DocumentReference": {"status": ("code", 1, 1), "subject": ("Reference:Patient", 0, 1), "date": ("instant", 0, 1), "content": ("DocumentContent", 1, None)},
}
# required bindings
CODES = {
    "Patient.gender": "male female other unknown", "ContactPoint.system": "phone fax email pager url sms other", "Narrative.status": "generated extensions additional empty",
    "Encounter.status": "planned arrived triaged in-progress onleave finished cancelled entered-in-error unknown",
    "Composition.status": "preliminary final amended entered-in-error", "Flag.status": "active inactive entered-in-error",
    "MedicationStatement.status": "active completed entered-in-error intended stopped on-hold unknown not-taken",
    "QuestionnaireResponse.status": "in-progress completed amended entered-in-error stopped",
    "Procedure.status": "preparation in-progress not-done on-hold stopped completed entered-in-error unknown",
    "DetectedIssue.status": "registered preliminary final amended corrected cancelled entered-in-error unknown", "DetectedIssue.severity": "high moderate low",
    "Observation.status": "registered preliminary final amended corrected cancelled entered-in-error unknown",
    "Device.status": "active inactive entered-in-error unknown", "DeviceName.type": "udi-label-name user-friendly-name patient-reported-name manufacturer-name model-name other",
    "DeviceUseStatement.status": "active completed entered-in-error intended stopped on-hold",
    "Task.status": "draft requested received accepted rejected ready cancelled in-progress on-hold failed completed entered-in-error",
    "Task.intent": "unknown proposal plan order original-order reflex-order filler-order instance-order option",
    "Consent.status": "draft proposed active rejected inactive entered-in-error", "Attester.mode": "personal professional legal official",
    "RelatesTo.code": "replaces transforms signs appends",
    "DocumentReference.status": "current superseded entered-in-error",
}
CLINICAL = {"active", "recurrence", "relapse", "inactive", "remission", "resolved"}


# a control looks at the same text hundreds of times, and a document is long
@functools.lru_cache(maxsize=None)
def matches(kind, value):
    return re.fullmatch(PRIMITIVES[kind], value) is not None


class Checker:
    def __init__(self, bundle):
        self.problems = []
        self.types = {}
        self.bundle = bundle

    def problem(self, where, what):
        self.problems.append(f"{where}: {what}")

    def value(self, where, kind, value):
        if kind == "boolean":
            if not isinstance(value, bool):
                self.problem(where, "is no boolean")
        elif kind == "decimal":
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                self.problem(where, "is no number")
        elif kind in PRIMITIVES:
            if not isinstance(value, str) or not matches(kind, value):
                self.problem(where, f"is no {kind}: {value!r}"[:120])
        elif kind.startswith("Reference:"):
            self.reference(where, kind[len("Reference:"):].split("|"), value)
        else:
            self.structure(where, kind, TYPES[kind], value, ())

    def reference(self, where, targets, value):
        if not isinstance(value, dict) or not set(value) <= {"reference", "display"} or not value:
            self.problem(where, "is no reference")
        elif "reference" in value:
            found = self.types.get(value["reference"])
            if found is None:
                self.problem(where, f"leads nowhere: {value['reference']}")
            elif found not in targets:
                self.problem(where, f"leads to a {found}")

    def structure(self, where, name, rules, value, allowed):
        if not isinstance(value, dict) or not value:
            self.problem(where, f"is no {name}, or an empty one")
            return
        for element in value:
            if element not in rules and element not in allowed:
                self.problem(where, f"has an element “{element}” that {name} has not")
        for element, (kind, least, most) in rules.items():
            if element not in value:
                if least:
                    self.problem(where, f"lacks “{element}”")
                continue
            found = value[element]
            if isinstance(found, list) != (most is None):
                self.problem(f"{where}.{element}", "is a list, or should be one")
                continue
            if most is None and not found:
                self.problem(f"{where}.{element}", "is an empty list")
            for item in found if most is None else [found]:
                self.value(f"{where}.{element}", kind, item)
                codes = CODES.get(f"{name}.{element}")
                if codes and item not in codes.split():
                    self.problem(f"{where}.{element}", f"is not one of its codes: {item!r}")
        self.invariants(where, name, value)

    def invariants(self, where, name, value):
        def coded(concept):
            return {coding.get("code") for coding in concept.get("coding", [])} if isinstance(concept, dict) else set()
        if name == "Condition":
            status = coded(value.get("clinicalStatus"))
            if not status or not status <= CLINICAL:
                self.problem(where, "con-3: has no clinical status")
            if "abatementDateTime" in value and not status <= {"inactive", "resolved", "remission"}:
                self.problem(where, "con-4: is over but not resolved")
        if name == "Observation" and "dataAbsentReason" in value and {"valueQuantity", "valueBoolean"} & set(value):
            self.problem(where, "obs-6: a value, and a reason why there is none")
        if name == "Observation" and len({"valueQuantity", "valueBoolean"} & set(value)) + len({"effectiveDateTime", "effectivePeriod"} & set(value)) > 2:
            self.problem(where, "has a choice of types twice")
        if name == "Consent" and "policyRule" not in value:
            self.problem(where, "ppc-1: has neither a policy nor a rule")
        if name == "Observation" and not {"valueQuantity", "valueBoolean", "dataAbsentReason", "component"} & set(value):
            self.problem(where, "says nothing")
        if name == "Period" and len(value.get("start", "")) > 10 and len(value.get("end", "")) > 10:
            from datetime import datetime
            try:
                if datetime.fromisoformat(value["start"]) > datetime.fromisoformat(value["end"]):
                    self.problem(where, "per-1: ends before it starts")
            except ValueError:
                pass
        if name == "Quantity" and "code" in value and "system" not in value:
            self.problem(where, "qty-3: a code without its system")

    def run(self):
        bundle = self.bundle
        if bundle.get("resourceType") != "Bundle" or bundle.get("type") != "collection":
            self.problem("Bundle", "is no collection")
        if not set(bundle) <= {"resourceType", "identifier", "type", "timestamp", "entry"}:
            self.problem("Bundle", "has other elements")
        if "identifier" in bundle:
            self.structure("Bundle.identifier", "Identifier", TYPES["Identifier"], bundle["identifier"], ())
        self.value("Bundle.timestamp", "instant", bundle.get("timestamp"))
        entries = bundle.get("entry", [])
        for number, entry in enumerate(entries):
            url = entry.get("fullUrl", "")
            if url in self.types:
                self.problem(f"entry {number}", f"bdl-7: the same fullUrl again: {url}")
            self.types[url] = entry.get("resource", {}).get("resourceType")
        for number, entry in enumerate(entries):
            resource = entry.get("resource", {})
            kind = resource.get("resourceType")
            where = f"entry {number} {kind}"
            if not re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", entry.get("fullUrl", "")):
                self.problem(where, "its fullUrl is no UUID")
            elif entry["fullUrl"] != "urn:uuid:" + str(resource.get("id")):
                self.problem(where, "its id is not that of its fullUrl")
            if kind not in RESOURCES:
                self.problem(where, "is no resource that is expected here")
                continue
            self.structure(where, kind, RESOURCES[kind], resource, ("resourceType", "id"))
        return self.problems


def copy_with(bundle, number):
    """A copy of the bundle in which one entry can be changed."""
    return dict(bundle, entry=[copy.deepcopy(entry) if at == number else entry for at, entry in enumerate(bundle["entry"])])


def breakages(bundle):
    """Copies of the bundle, each with one thing wrong; the name says which."""
    entries = bundle["entry"]
    for number in {kind: n for n, kind in ((n, e["resource"]["resourceType"]) for n, e in enumerate(entries))}.values():
        kind = entries[number]["resource"]["resourceType"]
        for element, (_, least, most) in RESOURCES[kind].items():
            if element not in entries[number]["resource"]:
                continue
            broken = copy_with(bundle, number)
            if least:
                del broken["entry"][number]["resource"][element]
                yield f"{kind} without {element}", broken
                broken = copy_with(bundle, number)
            broken["entry"][number]["resource"][element] = None
            yield f"{kind}.{element} is null", broken
            broken = copy_with(bundle, number)
            value = broken["entry"][number]["resource"][element]
            broken["entry"][number]["resource"][element] = value[0] if most is None else [value]
            yield f"{kind}.{element} has the wrong cardinality", broken
            if f"{kind}.{element}" in CODES:
                broken = copy_with(bundle, number)
                broken["entry"][number]["resource"][element] = "never-heard-of"
                yield f"{kind}.{element} has a strange code", broken
        broken = copy_with(bundle, number)
        broken["entry"][number]["resource"]["colour"] = "red"
        yield f"{kind} has a strange element", broken
    broken = dict(bundle, entry=list(entries))
    broken["entry"].append(broken["entry"][0])
    yield "an entry twice", broken
    broken = dict(bundle)
    broken["entry"] = [e for e in broken["entry"] if e["resource"]["resourceType"] != "Patient"]
    yield "nobody whom the references lead to", broken


def main():
    control = sys.argv[1] == "--control"
    with open(sys.argv[-1], encoding="utf-8") as file:
        bundle = json.load(file)
    if not control:
        problems = Checker(bundle).run()
        print("\n".join(problems[:40]))
        return 1 if problems else 0
    missed = [name for name, broken in breakages(bundle) if not Checker(broken).run()]
    print("\n".join(missed))
    return 1 if missed else 0


sys.exit(main())
