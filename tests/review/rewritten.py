"""Invented pairs of texts: the same thing in other words, and another thing under the same code.

The styles are those that documents are found in: a word or two, sentences, conditions (`If …`),
shouted constants, identifiers, texts of two scripts.
"""

from __future__ import annotations


def _pairs(text: str) -> list[tuple[str, str]]:
    lines = [line.split(" => ") for line in text.strip().splitlines()]
    return [(old, new) for old, new in lines]


# One thing, said in other words.
SAME = _pairs("""
Dock is occupied => If the dock is already in use
Invalid ship name => The name of the ship is not valid
Ship not found => No such ship
Unknown harbour => Harbour does not exist
Pilot token expired => The pilot's token is no longer valid
Missing parameter: shipName => The shipName parameter is required
Too many ships => The number of ships exceeds the maximum
Permission denied => You are not allowed to do this
System error => Internal server error
Server busy => The service is temporarily unavailable
Cargo is empty => The cargo field must not be empty
Bad request => The request is malformed
Failed to send the mail => Mail delivery failed
Duplicate voyage id => A voyage with this id already exists
Berth name too long => If the length of the berth name exceeds the limit
Signature error => Signature verification failed
Unauthorized => Authentication required
Account suspended => This user has been blocked
Daily limit reached => You have used up the quota for today
Rate limit exceeded => Too many requests
Wrong password => The password you entered is incorrect
IP not in whitelist => The address is missing from the allowlist
Voyage cancelled => The trip was called off
Crew list is mandatory => Please provide the crew list
File too large => The size of the upload is above the allowed size
Insufficient funds => Balance is not enough
Timeout => The operation took too long
Unable to parse JSON => Request body is not valid JSON
CREW_NOT_FOUND => Crew member does not exist
INVALID_DOCK_ID => The dockId is wrong
template code invalid => Invalid templateCode
Freight template is not approved => If the freight template has not been approved yet
Recipient number format error => The format of the recipient's number is incorrect
Harbour Friend is blocked => Blocked harbour friend
Cannot delete a published schedule => Published schedules can't be removed
The lighthouse is out of service => Lighthouse unavailable
Tide table missing => No tide table was given
Illegal character in cargo description => The cargo description has forbidden characters
Ship already docked => The vessel is docked already
Anchor fee unpaid => The fee for the anchor has not been paid
Reserved for the harbour master => Only the harbour master may use this
Mooring request failed => Failure of the mooring request
Channel not supported => This channel is unsupported
Date is in the past => If the scheduled date lies before today
Success => Successful
OK => Success
Parameter error => Wrong arguments
Sender profile is blocked => When the outgoing profile is blocked
No permission for this API => API access not granted
Session has expired, log in again => Please sign in again, the session is over
Concurrent modification => The record was changed by someone else in the meantime
Image resolution too low => The picture must have more pixels
Content contains banned words => The text has forbidden terms
Weather service did not answer => No response from the weather service
Contract information not found => There is no contract
Button URL missing => The link of the button is required
Group does not exist => Non-existent group
접안 이름이 잘못되었습니다 => 접안 이름 오류
船名无效 => 无效的船名
Ship name is invalid => 船名无效
""")

# One thing, said in wholly other words: chosen because no program can tell.
NOTHING_SHARED = _pairs("""
Throttled => Too many requests
Quota used up => You cannot send more today
Access token is stale => Log in again to renew the token
Payload rejected => Malformed JSON body
Ship is not registered => Register the ship first
Not a member of the fleet => The ship belongs to another fleet
Voyage is locked => Somebody else edits the voyage
Cannot connect to crane => Crane offline
Gateway timeout => Upstream did not answer in time
Bill unpaid => Payment overdue
Name taken => There is a ship of that name
Try later => Temporary failure, please repeat
Captcha wrong => The verification code does not match
Maintenance => The system is being updated
Not enough credits => Insufficient balance
Wrong phone number => Invalid mobile
Country not supported => We do not serve this region
Feature off => This function is disabled
Role missing => You lack the rights for this
Read only => Writing is not possible
Old version => Please update the app
Email bounced => The mail could not be delivered
Unknown field => Unexpected property
Certificate revoked => SSL handshake failed
Too young => The user is below the minimum age
Ship is under review => Waiting for approval of the ship
Empty result => Nothing was found
Conflict => The resource was modified
Bad gateway => Invalid response from upstream server
Spam detected => The message looks like advertising
No route to harbour => Harbour unreachable
Fields do not agree => Contradicting parameters
The photo is blurred => Image quality is not good enough
Deposit too small => Pay in at least the lowest amount
Card declined => The bank refused the payment
Out of stock => No items left
Suspicious login => Sign-in from an unusual place
Key reused => Idempotency key was sent with another body
""")

# Another thing altogether.
OTHER = _pairs("""
Server busy => The cargo list is not in CSV format
Pilot number has a wrong format => Invalid lighthouse partner key
shipType error => The voyage was not found
Invalid captain profile key => Picture in the letter cannot be shown
Consistency check error => Buoy button may stand once alone, and the event is too long
Redundant voyage number => Freight type and highlight do not match
Letter is empty => Title does not match the schedule
Schedule not found => Highlight of the item does not match
Letter not consistent => Title of the item highlight is too long
Name not found in text => Too few entries in the wide list
Captain profile not found => Main link does not match
Deleted captain profile => Number of picture variables differs
Blocked captain profile => Coupon variables do not match
Blocked Harbour Friend => Variables of the shop do not match
Closed Harbour Friend => Additional text has too many signs
Deleted Harbour Friend => Product name of the shop too long
Contract data not found => Invalid tag key of the group
Letter undelivered => The carousel has at least two items
No time to sail now => Buttons of the carousel differ
Fleet not found => Coupon of the carousel is wrong
Arrival unknown => Title in the wide list is too long
Unknown state of the voyage => The cargo has forbidden goods
Invalid hub key => The summary has signs that are no digits
Tariff expired => The crane cannot lift this container
Dock is occupied => Your licence as a pilot has been withdrawn
Crew is missing => Fuel price changed since the quotation
Insurance rejected => The tide table of this coast is outdated
Password wrong => Weather forecast unavailable
DOCK_BUSY => INVALID_CURRENCY
SHIP_NOT_FOUND => PAYLOAD_TOO_LARGE
invalid crew id => Bridge is closed for maintenance
The anchor chain is too short => The customs office refused the papers
If the voyage was cancelled => If the phone number is that of a landline
Lighthouse is dark => Two ships have the same name
Missing bill of lading => Radio frequency is reserved
Illegal cargo => No connection to the tug's computer
Ferry ticket sold out => The signature of the payload is wrong
Geotag disabled => The postal code has no harbour
Post was deleted => Members cannot leave this group
Comment banned => The wallet has no balance left
Follow limit reached => Plugin is not installed
The conversation is closed => The file extension is refused
Extend type error => Account not activated
Login expired => Hashtag may not be empty
Verification code wrong => Upload token is used up
Wallet password wrong => Cannot follow yourself
Menu version missing => Red packet amount out of range
Wrong kf account => The card is under review
Invite sent already => Video has the wrong length
POI id invalid => The merchant's certificate has been revoked
Friend relation required => News articles have too many pages
System clock is wrong => Passengers must show a vaccination card
Refund is pending => The lock keeper is on holiday
Sub-account limit => Bucket region is unknown
Webhook disabled => Meter reading must be larger than the last one
Coupon used => Sensor is offline
Ship is too wide for the lock => Invoice has been archived
Freight rate changed => Scan of the passport is unreadable
화물 목록이 비어 있습니다 => 등대 인증키 오류
船名无效 => 港口已关闭
""")
