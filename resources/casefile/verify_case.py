#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Verifies a case file as FORMAT.md describes it, with nothing but Python: verify_case.py FILE"""
import bisect, hashlib, io, json, os, re, sys, zipfile
P = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
     0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)
unhex, sha = bytes.fromhex, lambda data: hashlib.sha256(data).digest()

def add(a, b):  # points of P-256; None is the one at infinity
    if a is None or b is None:
        return a or b
    if a[0] == b[0] and (a[1] + b[1]) % P == 0:
        return None
    slope = (3 * a[0] * a[0] - 3) * pow(2 * a[1], -1, P) if a == b else (b[1] - a[1]) * pow(b[0] - a[0], -1, P)
    x = (slope * slope - a[0] - b[0]) % P
    return x, (slope * (a[0] - x) - a[1]) % P

def signed(key, text, signature):
    if len(key) != 65 or key[0] != 4 or len(signature) != 64:
        return False
    x, y = int.from_bytes(key[1:33], 'big'), int.from_bytes(key[33:], 'big')
    r, s = int.from_bytes(signature[:32], 'big'), int.from_bytes(signature[32:], 'big')
    if max(x, y) >= P or (y * y - x * x * x + 3 * x - B) % P or not (0 < r < N and 0 < s < N):
        return False
    w, q, total = pow(s, -1, N), (x, y), None
    one, two = int.from_bytes(sha(text.encode()), 'big') * w % N, r * w % N
    table = [None, G, q, add(G, q)]
    for bit in range(255, -1, -1):
        total = add(add(total, total), table[one >> bit & 1 | (two >> bit & 1) << 1])
    return total is not None and total[0] % N == r

def item(data, at):  # one CBOR item: its value, and where it ends
    kind, size = data[at] >> 5, data[at] & 31
    width = 0 if size < 24 else 1 << (size - 24)
    if size > 27 or at + 1 + width > len(data):
        raise ValueError('a length is not definite, or cut off')
    at, size = at + 1 + width, int.from_bytes(data[at + 1:at + 1 + width], 'big') if width else size
    if kind in (2, 3):
        return (data[at:at + size] if kind == 2 else data[at:at + size].decode()), at + size
    if kind in (4, 5):
        parts = []
        for _ in range(size * (kind - 3)):
            part, at = item(data, at)
            parts.append(part)
        return (parts if kind == 4 else dict(zip(map(str, parts[::2]), parts[1::2]))), at
    return (size if kind == 0 else -1 - size if kind == 1 else None), at

def verify(data, wrong):
    """Calls wrong(where, what) for each thing that is not as it should be."""
    cut = data.rfind(b'sonde-case-seal 1 ')
    seal = re.fullmatch(rb'sonde-case-seal 1 ([0-9a-f]{130}) ([0-9a-f]{128})', data[max(cut, 0):])
    if not seal or data[cut - 22:cut - 18] != b'PK\5\6' or data[cut - 2:cut] != (len(data) - cut).to_bytes(2, 'little'):
        wrong('seal', 'is not there, or not the end of the file')
    elif not signed(unhex(seal[1].decode()), 'sonde case file ' + sha(data[:cut]).hex(), unhex(seal[2].decode())):
        wrong('seal', 'is not that of these bytes')
    archive, members = zipfile.ZipFile(io.BytesIO(data)), {}
    for info in archive.infolist():
        if info.filename in members or info.compress_type != zipfile.ZIP_STORED:
            wrong(info.filename, 'is there twice, or compressed')
        try:
            members[info.filename] = archive.read(info)
        except Exception as error:
            wrong(info.filename, f'cannot be read: {error}')
    manifest = {m['name']: m for m in json.loads(members['manifest.json'])['members']}
    for name in sorted(manifest.keys() ^ members.keys() ^ {'manifest.json'}):
        wrong(name, 'is missing' if name in manifest else 'is not in the manifest')
    for name in manifest.keys() & members.keys():
        if len(members[name]) != manifest[name]['size'] or sha(members[name]).hex() != manifest[name]['sha256']:
            wrong(name, 'is not what the manifest says')
    case, journal = json.loads(members['case.json']), members['journal.cbor']
    if (case['format'], case['version']) != ('sonde-case', 1):
        wrong('case.json', 'is of another format')
    entries, at, before, chain = [], 0, 0, bytes(32)  # (number, session, hash)
    missing, removed = [], {}  # outputs; what the journal says was removed
    while at < len(journal):
        start = at
        try:
            (number, _, _, _, session, command, (kind, facts), previous), at = item(journal, at)
            output = facts['outputSha256'] if kind == 'command-finished' and facts['chunks'] else None
            gone = str(facts['what']) if kind == 'content-removed' else None
        except (ValueError, TypeError, LookupError):
            return wrong(f'entry after {before}', 'is malformed')
        if number <= before or at > len(journal):
            wrong(f'entry {number}', 'is out of order, or cut off')
        if number == before + 1 and previous != chain:
            wrong(f'entry {number}', 'does not follow from the one before')
        before, chain = number, sha(journal[start:at])
        entries.append((number, session, chain))
        if gone:
            removed[session, gone] = number
        if output and f'outputs/{command}' not in members:
            missing.append((number, session, command))
        elif output and sha(members.pop(f'outputs/{command}')) != output:
            wrong(f'entry {number}', f'the output of command {command} is another one')
        evidence = members.pop(f'evidence/{command}', None) if kind == 'evidence-stored' else None
        if evidence is not None and sha(evidence) != facts['sha256']:
            wrong(f'entry {number}', f'the evidence of command {command} is another one')
    for number, session, command in missing:
        if removed.get((session, 'output'), 0) < number:
            wrong(f'entry {number}', f'the output of command {command} is missing')
    for name in (name for name in members if name.startswith(('outputs/', 'evidence/'))):
        wrong(name, 'belongs to no entry')

    def root(of, low, count, proof):
        if not of:
            return proof.read(32)
        if count == 1:
            return sha(b'\0' + of[0][2])
        half = 1 << (count - 1).bit_length() - 1
        middle = bisect.bisect(of, low + half, key=lambda e: e[0])
        return sha(b'\1' + root(of[:middle], low, half, proof) + root(of[middle:], low + half, count - half, proof))

    def leads(session, point, what):  # the entries of a session to the root of the tree at a point
        proof = io.BytesIO(members.get(f'proofs/{session}-{point["size"]}', b''))
        of = [e for e in entries if e[0] <= point['size'] and session in (0, e[1])]
        if root(of, 0, point['size'], proof).hex() != point['root'] or proof.read(1):
            wrong(what, f'the entries of session {session} are not in that journal')
        if any(e[0] == point['size'] and e[2].hex() != point['hash'] for e in entries):
            wrong(f'entry {point["size"]}', 'another one was signed')
        return of

    key, words = case['journal_key'], lambda point: f'{point["size"]} {point["hash"]} {point["root"]}'
    if sorted(s['session'] for s in case['statements']) != (sorted(case['sessions']) or [0]):
        wrong('case.json', 'there is not one statement for each session')
    for said in case['statements']:
        text = f'sonde case statement {said["session"]} {words(said)} {said["entries"]} {said["digest"]}'
        what = f'statement on session {said["session"]}'
        if not signed(unhex(key), text, unhex(said['signature'])):
            wrong(what, 'is not signed by the service')
        of, listed = leads(said['session'], said, what), members.get(f'entries/{said["session"]}-{said["size"]}', b'')
        if sha(listed).hex() != said['digest'] or len(listed) != 32 * said['entries']:
            wrong(what, 'the list of its entries is another one than was signed')
        if (here := b''.join(e[2] for e in of)) != listed:
            place = len(os.path.commonprefix([here, listed])) // 32
            wrong(f'entry {of[min(place, len(of) - 1)][0] if of else 0}', 'here entries were changed, removed or added')
        for e in (e for e in entries if e[0] > said['size'] or case['sessions'] and e[1] not in case['sessions']):
            wrong(f'entry {e[0]}', 'nothing was signed that covers it')
        for other in case['countersignatures']:
            if other['size'] > said['size']:
                wrong(f'entry {said["size"] + 1}', f'the journal ends before, but {other["size"]} was countersigned')
            else:
                leads(said['session'], other, f'countersignature of {other["time"]}')
    for other in case['countersignatures']:
        if not signed(unhex(other['key']), f'sonde countersignature {key} {words(other)}', unhex(other['signature'])):
            wrong(f'countersignature of {other["time"]}', 'is not signed')
    gone = ''.join(f', {what} of session {of} removed (entry {number})' for (of, what), number in removed.items())
    return f'whole: {len(entries)} entries{gone}, journal key {sha(unhex(key)).hex()}, sealed by {seal and sha(unhex(seal[1].decode())).hex()}'

if __name__ == '__main__':
    found = []
    try:
        told = verify(open(sys.argv[1], 'rb').read(), lambda where, what: found.append(f'{where}: {what}'))
    except Exception as error:
        found.append(f'the file cannot be read further: {error!r}')
    print('\n'.join(found) or told)
    sys.exit(1 if found else 0)
