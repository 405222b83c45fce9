"""SVG pictures: what runs or leads out of the picture is refused, what drawing programs write is not."""

import gzip

import pytest

from newsbrief.content.svg import SvgFault, find_svg_faults, judge_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">\n'
XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'


def faults_in(inside: str) -> list[SvgFault]:
    """Return the faults of a picture that holds `inside`, on its second line."""
    return find_svg_faults(f"{HEAD}{inside}\n</svg>".encode())


ELEMENTS = {
    "a script": "<script>alert(1)</script>",
    "a script by its address": '<script xlink:href="a.js"/>',
    "a script in data": "<script>//<![CDATA[\nalert(1)//]]></script>",
    "a script under another prefix": '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
    "a script of HTML": f"<script {XHTML}>alert(1)</script>",
    "a script of HTML under a prefix": '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
    "a script of another language": '<script xmlns="urn:x">alert(1)</script>',
    "a script in metadata": f"<metadata><script {XHTML}>alert(1)</script></metadata>",
    "a script in capitals": "<SCRIPT>alert(1)</SCRIPT>",
    "a handler": '<handler type="text/javascript">alert(1)</handler>',
    "a listener": '<listener event="click" handler="#a"/>',
    "foreign objects": f"<foreignObject><div {XHTML}>words</div></foreignObject>",
    "foreign objects in small letters": "<foreignobject/>",
    "a frame": f'<iframe {XHTML} src="https://example.org/"/>',
    "a link of HTML": f'<link {XHTML} rel="stylesheet" href="https://example.org/a.css"/>',
    "a refresh": f'<meta {XHTML} http-equiv="refresh" content="0; url=https://example.org/"/>',
    "MathML": '<math xmlns="http://www.w3.org/1998/Math/MathML"/>',
}

EVENTS = {
    "a click": '<rect onclick="alert(1)"/>',
    "a load": '<g onload="alert(1)"/>',
    "mixed case": '<g oNLoad="alert(1)"/>',
    "an animation": '<animate onbegin="alert(1)" attributeName="x"/>',
    "character references": '<g onload="&#97;lert(1)"/>',
    "metadata": '<metadata><a onclick="alert(1)"/></metadata>',
    "a prefix": '<g xlink:onload="alert(1)"/>',
}

REFERENCES = {
    "a link": '<a href="https://example.org/"><rect/></a>',
    "a link by xlink": '<a xlink:href="https://example.org/"><rect/></a>',
    "another prefix": '<a l:href="https://example.org/" xmlns:l="http://www.w3.org/1999/xlink"/>',
    "javascript": '<a xlink:href="javascript:alert(1)"/>',
    "mixed case": '<a xlink:href="JaVaScRiPt:alert(1)"/>',
    "spaces": '<a xlink:href="  \tjavascript:alert(1)"/>',
    "character references": '<a xlink:href="&#x6A;avascript:alert(1)"/>',
    "a line break inside": '<a xlink:href="java&#10;script:alert(1)"/>',
    "a use of another file": '<use href="other.svg#x"/>',
    "a use of another site": '<use xlink:href="//example.org/a.svg#x"/>',
    "a use of data": '<use href="data:image/svg+xml;base64,PHN2Zy8+#x"/>',
    "a picture": '<image href="https://example.org/a.png"/>',
    "a picture beside it": '<image xlink:href="a.png"/>',
    "a picture on the disk": '<image xlink:href="file:///home/anna/a.png"/>',
    "an SVG picture in data": '<image href="data:image/svg+xml,%3Csvg/%3E"/>',
    "HTML in data": '<a href="data:text/html,&lt;script>alert(1)&lt;/script>"/>',
    "something like data": '<image href="data:image/pngx;base64,AAAA"/>',
    "a source": '<image src="https://example.org/a.png"/>',
    "a filter": '<feImage href="https://example.org/a.png"/>',
    "a font": '<font-face-uri xlink:href="https://example.org/a.woff"/>',
    "a ping": '<a href="#a" ping="https://example.org/"/>',
    "a base": '<g xml:base="https://example.org/"><use href="#a"/></g>',
}

STYLES = {
    "a fill": '<rect fill="url(https://example.org/a.svg#b)"/>',
    "a filter beside it": '<rect filter="url(a.svg#b)"/>',
    "quotation marks": "<rect fill=\"url('https://example.org/a')\"/>",
    "spaces": '<rect fill="url(  https://example.org/a )"/>',
    "character references": '<rect fill="&#117;rl(&#x68;ttps://example.org/a)"/>',
    "capitals": '<rect fill="URL(https://example.org/a)"/>',
    "escapes": '<rect style="fill: \\75\\72 l(https://example.org/a)"/>',
    "long escapes": '<rect style="fill: u\\000072l(https://example.org/a)"/>',
    "an escape of a letter": '<rect style="fill: ur\\l(https://example.org/a)"/>',
    "after one inside": '<rect style="fill: url(#a); filter: url(https://example.org/a)"/>',
    "in a comment's shadow": '<rect style="fill: url(#a/*); filter: url(https://example.org/a)/**/"/>',
    "an animation": '<animate attributeName="fill" values="url(#a);url(https://example.org/a)"/>',
    "a set value": '<set attributeName="mask" to="url(https://example.org/a)"/>',
    "a style": "<style>rect { fill: url(https://example.org/a) }</style>",
    "an import": '<style>@import "https://example.org/a.css";</style>',
    "an import by url": "<style>@import url(//example.org/a.css);</style>",
    "an import in escapes": '<style>@\\69mport "https://example.org/a.css";</style>',
    "an import in data": '<style><![CDATA[@import "a.css";]]></style>',
    "an import in two pieces": '<style>@im<![CDATA[port "a.css";]]></style>',
    "a font": "<style>@font-face { font-family: a; src: url(https://example.org/a.woff2) }</style>",
    "a set of pictures": '<style>rect { mask: image-set("https://example.org/a.png" 1x) }</style>',
    "a set of pictures by its old name": '<style>rect { mask: -webkit-image-set("a.png" 1x) }</style>',
    "a source": '<style>rect { mask: src("https://example.org/a.png") }</style>',
    "a prefix": '<s:style xmlns:s="http://www.w3.org/2000/svg">@import "a.css";</s:style>',
    "SVG in data": '<rect fill="url(data:image/svg+xml,%3Csvg/%3E#a)"/>',
}

ANIMATIONS = {
    "a reference": '<a><animate attributeName="href" values="javascript:alert(1)"/></a>',
    "a reference by xlink": '<a><set attributeName="xlink:href" to="javascript:alert(1)"/></a>',
    "any prefix": '<a><set attributeName="l:HREF" to="#a"/></a>',
    "spaces": '<a><set attributeName=" href " to="#a"/></a>',
    "character references": '<a><set attributeName="&#104;ref" to="#a"/></a>',
    "an event": '<set attributeName="onclick" to="alert(1)"/>',
}


@pytest.mark.parametrize(
    ("begins", "inside"),
    [
        *[("a picture may not hold <", inside) for inside in ELEMENTS.values()],
        *[("a picture may not have the event attribute ", inside) for inside in EVENTS.values()],
        *[("this reference leads out of the picture: ", inside) for inside in REFERENCES.values()],
        *[("this style leads out of the picture: ", inside) for inside in STYLES.values()],
        *[("a picture may not animate ", inside) for inside in ANIMATIONS.values()],
        ("a style may not hold <", "<style>@im<a/>port 'a.css';</style>"),
        ("a style may not hold <", "<style>a<style/>@import 'a.css';</style>"),
    ],
)
def test_what_runs_or_leads_out_of_a_picture_is_refused(begins: str, inside: str) -> None:
    faults = faults_in(inside)
    assert begins in [fault.message[: len(begins)] for fault in faults]
    assert all(fault.line in (2, 3) and fault.hint for fault in faults)


DOCUMENTS = {
    "a style sheet": b'<?xml-stylesheet href="a.css"?><svg/>',
    "a style sheet that transforms": b'<?xml-stylesheet type="text/xsl" href="#a"?><svg/>',
    "a style sheet after the picture": b'<svg/><?xml-stylesheet href="a.css"?>',
    "an entity": b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
    "an entity of a file": b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]><svg>&a;</svg>',
    "entities of entities": b'<!DOCTYPE svg [<!ENTITY a "bb"><!ENTITY c "&a;&a;">]><svg>&c;</svg>',
    "an attribute by default": b'<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]><svg/>',
    "a document type elsewhere": b'<!DOCTYPE svg SYSTEM "https://example.org/a.dtd"><svg/>',
    "the document type of HTML": b'<!DOCTYPE svg PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/a"><svg/>',
    "an entity that is nowhere": b'<svg fill="url&lpar;https://example.org/a&rpar;"/>',
    "an entity of the document type": b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a">\n'
    b'<svg fill="url&lpar;https://example.org/a&rpar;"/>',
    "another encoding": b'<?xml version="1.0" encoding="utf-7"?><svg/>',
    "a wrong encoding": b'<?xml version="1.0" encoding="utf-16"?><svg/>',
    "UTF-16": '<svg onload="alert(1)"/>'.encode("utf-16"),
    "UTF-16 without a mark": '<svg onload="alert(1)"/>'.encode("utf-16-le"),
    "UTF-16 the other way": '<?xml version="1.0" encoding="utf-16"?><svg onload="alert(1)"/>'.encode("utf-16-be"),
    "UTF-32": '<svg onload="alert(1)"/>'.encode("utf-32"),
    "EBCDIC": '<?xml version="1.0" encoding="cp037"?><svg onload="alert(1)"/>'.encode("cp037"),
    "Latin-1": '<?xml version="1.0" encoding="iso-8859-1"?><svg><title>Brücke</title></svg>'.encode("latin-1"),
    "a compressed picture": gzip.compress(b'<svg onload="alert(1)"/>'),
    "a web page": b'<html xmlns="http://www.w3.org/1999/xhtml"/>',
    "HTML that is no XML": b"<!doctype html><p>words<br>",
    "an open element": b"<svg><g></svg>",
    "another file": b"\x89PNG\r\n\x1a\n",
    "nothing": b"",
    "another element": b"<picture/>",
    "an unknown prefix": b'<svg><x:g xlink:href="#a"/></svg>',
}


@pytest.mark.parametrize("what", DOCUMENTS)
def test_a_file_that_browsers_may_read_as_something_else_is_refused(what: str) -> None:
    faults = find_svg_faults(DOCUMENTS[what])
    assert faults and all(fault.line >= 1 and fault.hint for fault in faults)


INKSCAPE = """\
<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="210mm" height="297mm" viewBox="0 0 210 297" version="1.1" id="svg5" inkscape:version="1.2.2"
   sodipodi:docname="bridge.svg" inkscape:export-filename="/home/anna/bridge.png"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:xlink="http://www.w3.org/1999/xlink"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns="http://www.w3.org/2000/svg"
   xmlns:svg="http://www.w3.org/2000/svg" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
   xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <sodipodi:namedview id="base" pagecolor="#ffffff" inkscape:pageopacity="0.0" showgrid="false">
    <inkscape:grid type="xygrid" id="grid1"/>
  </sodipodi:namedview>
  <metadata id="metadata5"><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format>
    <dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/>
    <cc:license rdf:resource="http://creativecommons.org/licenses/by/4.0/"/></cc:Work></rdf:RDF></metadata>
  <defs id="defs2">
    <linearGradient id="a"><stop style="stop-color:#000000;stop-opacity:1;" offset="0"/></linearGradient>
    <linearGradient inkscape:collect="always" xlink:href="#a" id="b" gradientUnits="userSpaceOnUse"/>
    <inkscape:path-effect effect="powerstroke" id="e" lpeversion="1" linkedpath="#c"/>
    <marker id="m" orient="auto"><path d="M 0,0 5,-5 Z"/></marker>
  </defs>
  <g inkscape:label="Layer (1)" inkscape:groupmode="layer" id="layer1">
    <rect style="fill:url(#b);marker-end:url(#m)" id="c" inkscape:path-effect="#e" sodipodi:nodetypes="cc"/>
    <image xlink:href="data:image/png;base64,iVBORw0KGgo
AAAANSUhEUg==" id="i" preserveAspectRatio="none" style="image-rendering:optimizeSpeed"/>
    <text xml:space="preserve" style="font-family:'DejaVu Sans';-inkscape-font-specification:'DejaVu Sans'"><tspan
       sodipodi:role="line">A &amp; B</tspan></text>
    <use xlink:href="#c" clip-path="url(&quot;#d&quot;)"/>
  </g>
</svg>
"""

ILLUSTRATOR = """\
<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 25.0.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg version="1.1" id="Ebene_1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" x="0px"
  y="0px" viewBox="0 0 100 100" style="enable-background:new 0 0 100 100;" xml:space="preserve">
<style type="text/css">
  .st0{fill:#FFFFFF;stroke:#1D1D1B;stroke-miterlimit:10;}
  .st1{fill:url(#SVGID_1_);clip-path:url(#SVGID_2_);}
  @media print { .st0{fill:none} }
</style>
<switch><g id="image(1)" class="url(x)">
<radialGradient id="SVGID_1_" cx="0" cy="0" r="1"><stop offset="0" style="stop-color:#FFFFFF"/></radialGradient>
<clipPath id="SVGID_2_"><use xlink:href="#SVGID_3_"  style="overflow:visible;"/></clipPath>
<path class="st0" d="M0,0h1"/></g></switch>
</svg>
"""

FIGMA = """\
<svg width="24" height="24" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg"
xmlns:xlink="http://www.w3.org/1999/xlink">
<g filter="url(#filter0_d_1_2)"><rect fill="url(#pattern0)" style="mix-blend-mode:multiply"/></g>
<defs><filter id="filter0_d_1_2"><feFlood flood-opacity="0" result="BackgroundImageFix"/></filter>
<pattern id="pattern0" patternContentUnits="objectBoundingBox"><use xlink:href="#image0"/></pattern>
<image id="image0" width="9" height="9" xlink:href="data:image/jpeg;base64,/9j/4AAQSkZJRg=="/></defs>
<animateTransform attributeName="transform" type="rotate" values="0;360" dur="1s"/>
</svg>
"""

OTHERS = {
    "the smallest": "<svg/>",
    "a mark of UTF-8": '\ufeff<svg xmlns="http://www.w3.org/2000/svg"/>',
    "a plain document type": '<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"/>',
    "a prefix": '<svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:rect fill="url(#a)"/></svg:svg>',
    "an embedded font": "<svg><style>@font-face{font-family:a;src:url(data:font/woff2;base64,d09GMg==)}</style></svg>",
    "CDATA": '<svg><defs><style type="text/css"><![CDATA[ .fil0 {fill:#2B2A29} ]]></style></defs></svg>',
    "a Latin-1 that is ASCII": '<?xml version="1.0" encoding="ISO-8859-1"?><svg/>',
    "an XMP packet": '<svg><metadata><?xpacket begin="" id="a"?><x:xmpmeta xmlns:x="adobe:ns:meta/"/></metadata></svg>',
    "a class of letters": '<svg><text class="one" aria-label="see url(https://example.org)">on https://example.org</text></svg>',
    "Arabic": '<svg xml:lang="ar"><title>جسر</title><text direction="rtl">جسر</text></svg>',
}


@pytest.mark.parametrize("text", [INKSCAPE, ILLUSTRATOR, FIGMA, *OTHERS.values()])
def test_what_drawing_programs_write_is_accepted(text: str) -> None:
    assert find_svg_faults(text.encode()) == []


def test_a_fault_is_given_at_its_line_with_its_remedy() -> None:
    inside = '<g>\n<rect/>\n<a xlink:href="https://example.org/"/></g>\n<style>\na {}\n b { mask: url(a.svg) }</style>'
    reference, style = faults_in(inside)
    assert reference.line == 4 and reference.message.endswith("'https://example.org/'")
    assert style.line == 7 and style.message == "this style leads out of the picture: 'url(a.svg'"
    assert reference.hint == style.hint and "data:image/png" in style.hint


def test_each_reason_is_given_once_and_no_more_than_twenty() -> None:
    assert [fault.line for fault in faults_in("<script/>\n<script/>")] == [2]
    assert len(faults_in("".join(f'<a href="{number}.html"/>' for number in range(100)))) == 20
    assert len(faults_in(f'<a href="{"x" * 100_000}"/>')[0].message) < 120


def test_pictures_are_told_by_their_names() -> None:
    script = b"<svg><script/></svg>"
    assert [problem.path for problem in judge_svg("static/a.svg", script)] == ["static/a.svg"]
    assert judge_svg("static/A.SVG", script) and judge_svg("static/a.svgz", gzip.compress(b"<svg/>"))
    assert judge_svg("static/a.html", script) == [] == judge_svg("static/svg", script)


def test_pictures_of_great_depth_are_read() -> None:
    assert faults_in("<g>" * 50_000 + "</g>" * 50_000) == []
