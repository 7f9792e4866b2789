"""
What a reader does with an exported Word file, done in LibreOffice: words changed without a track, words changed with one,
and comments. Prints what was done as JSON. Arguments: file in, file out, port, folder of the profile, and how many of each.
"""

import json
import re
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

source, target, port, profile, plain, tracked, comments = sys.argv[1:8]
plain, tracked, comments = int(plain), int(tracked), int(comments)


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


office = subprocess.Popen(
    [
        "soffice",
        f"-env:UserInstallation=file://{profile}",
        "--headless",
        "--norestore",
        f"--accept=socket,host=127.0.0.1,port={port};urp;",
    ],
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer.")


def name_reader(context):
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    node = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess",
        (option("nodepath", "/org.openoffice.UserProfile/Data"),),
    )
    node.setPropertyValue("givenname", "Rita")
    node.setPropertyValue("sn", "Reader")
    node.commitChanges()


def paragraphs(document):
    found = []
    content = document.Text.createEnumeration()
    while content.hasMoreElements():
        each = content.nextElement()
        if each.supportsService("com.sun.star.text.Paragraph"):
            found.append(each)
    return found


def replace(document, old, new):
    search = document.createSearchDescriptor()
    search.SearchString, search.SearchCaseSensitive, search.SearchWords = old, True, True
    found = document.findFirst(search)
    if found is None:
        raise SystemExit(f"{old} is not found.")
    found.setString(new)


try:
    context = connect()
    name_reader(context)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, (option("Hidden", True),))
    texts = [each.getString() for each in paragraphs(document)]
    times = {}
    for text in texts:
        for word in re.findall(r"[A-Za-z]{5,}", text):
            times[word] = times.get(word, 0) + 1
    notes = document.getFootnotes()
    elsewhere = " ".join(notes.getByIndex(n).getString() for n in range(notes.getCount()))
    # One word a paragraph at first, then a second one, until there are enough.
    rows = [
        [
            word
            for word in re.findall(r"\b[a-z]{5,}\b", text)
            if times[word] == 1 and not re.search(rf"\b{word}\b", elsewhere)
        ]
        for text in texts[2:]
        if "http" not in text and len(text) > 60
    ]
    words = [row[at] for at in (0, 3, 6, 9, 12, 15, 18) for row in rows if len(row) > at]
    words = list(dict.fromkeys(words))[: plain + tracked + comments]
    if len(words) < plain + tracked + comments:
        raise SystemExit(f"There are only {len(words)} words to change.")
    done = {"plain": [], "tracked": [], "comments": []}
    for n, word in enumerate(words[:plain]):
        new = f"{word} indeed" if n % 3 == 0 else f"re{word}" if n % 3 == 1 else word.upper()
        replace(document, word, new)
        done["plain"].append([word, new])
    for n, word in enumerate(words[plain + tracked :]):
        search = document.createSearchDescriptor()
        search.SearchString, search.SearchWords = word, True
        place = document.findFirst(search)
        note = document.createInstance("com.sun.star.text.textfield.Annotation")
        note.Author, note.Content = "Rita Reader", f"Is “{word}” right? ({n + 1})"
        place.Text.insertTextContent(place, note, True)
        done["comments"].append([word, note.Content])
    document.RecordChanges = True
    for word in words[plain : plain + tracked]:
        new = f"{word[::-1]}"
        replace(document, word, new)
        done["tracked"].append([word, new])
    document.RecordChanges = False
    document.storeToURL(f"file://{target}", (option("FilterName", "MS Word 2007 XML"),))
    document.close(True)
    print(json.dumps(done))
    try:
        desktop.terminate()
    except Exception:
        pass
finally:
    try:
        office.wait(timeout=15)
    except subprocess.TimeoutExpired:
        office.kill()
